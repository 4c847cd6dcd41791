package dev.kindred.vector;

import dev.kindred.math.Decay;
import dev.kindred.model.Require;

/**
 * Settings of how events become a vector.
 *
 * @param weights the weight of each type of event
 * @param affinityDecay the decay of affinities (long-term preferences) with time
 * @param interestDecay the decay of interests (short-term) with time
 * @param step the fraction of all other interests that is left after one event, in (0, 1]; with 1 all events of a user
 *     count alike. Events of the same time always count alike, because their order is unknown
 * @param maxItems the greatest number of items in a vector; beyond it, the least recently touched item is evicted
 * @param habits how habits are derived from events
 * @param rememberedEvents the number of event ids that a vector keeps to drop repeats; 0 when repeats cannot happen
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
        Require.that(step > 0 && step <= 1, "step must be in (0, 1]", step);
        Require.that(maxItems >= 1, "maxItems must be positive", maxItems);
        Require.that(rememberedEvents >= 0, "rememberedEvents must not be negative", rememberedEvents);
    }

    /** Settings with {@link HabitSettings#DEFAULT}. */
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
