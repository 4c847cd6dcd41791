package dev.kindred.vector;

import dev.kindred.math.Decay;

/**
 * How events become a vector.
 *
 * @param weights the weight of each type of event
 * @param affinityDecay how long-term taste fades with time
 * @param interestDecay how the interest of the moment fades with time
 * @param step the part of the interest in everything else that is left after one event, in (0, 1]; 1 makes all of the
 *     user's events count alike. Events of the same time count alike in any case: nothing tells which came first
 * @param maxItems the most items of a vector; beyond, the least recently touched one leaves
 * @param habits how habits are told from events
 * @param rememberedEvents how many event ids a vector remembers so as to drop repeats; 0 when repeats cannot happen
 */
public record VectorSettings(
        TypeWeights weights,
        Decay affinityDecay,
        Decay interestDecay,
        double step,
        int maxItems,
        HabitSettings habits,
        int rememberedEvents) {

    public VectorSettings {
        if (!(step > 0 && step <= 1)) {
            throw new IllegalArgumentException("step must be in (0, 1], got " + step);
        }
        if (maxItems < 1) {
            throw new IllegalArgumentException("maxItems must be positive, got " + maxItems);
        }
        if (rememberedEvents < 0) {
            throw new IllegalArgumentException("rememberedEvents must not be negative, got " + rememberedEvents);
        }
    }

    /** The same with the usual habits. */
    public VectorSettings(
            TypeWeights weights,
            Decay affinityDecay,
            Decay interestDecay,
            double step,
            int maxItems,
            int rememberedEvents) {
        this(weights, affinityDecay, interestDecay, step, maxItems, HabitSettings.DEFAULT, rememberedEvents);
    }
}
