package dev.kindred.blend;

import dev.kindred.math.Decay;
import dev.kindred.math.PeriodSums;
import dev.kindred.model.Require;
import dev.kindred.model.Strategy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Learns the weights of strategies from every next event: its item is what the lists of the event before should have had on
 * top.
 *
 * <p>There is a fixed number of <em>experts</em>, which are blends: all weights that are multiples of a step and add up to
 * 1. The gain of an expert at an event is {@code 1 / log2(1 + rank)} of the item on its list, 0 beyond
 * {@value #LONGEST}. The learned weights are the mean of the experts' weights, each with probability proportional to
 * {@code e^(sqrt(8 · ln(experts) · n) · (mean gain − greatest mean gain))} after n events: multiplicative weights with the rate
 * of Cesa-Bianchi and Lugosi, <em>Prediction, Learning, and Games</em> (2006), theorem 2.2; Freund and Schapire (1997). Before,
 * and mixed in with the weight of {@value #PRIOR} events, they are those that it began with.
 *
 * <p>Gains are counted by context, the number of the user's items, because sequences say more of a newcomer than a taste does. The
 * mean gain of a context is drawn to that of all contexts with the weight of {@value #PRIOR} events. Older gains fade.
 *
 * <p>All that it knows are {@linkplain PeriodSums sums of integers} by time, context and expert. So what several learners learn from parts of
 * the events adds up ({@link #add}) to what one learns from all of them, in any order and to the last bit. Not thread safe.
 */
public final class WeightLearner {

    private static final int LONGEST = 20;
    private static final int PRIOR = 200;
    private static final int MOST_EXPERTS = 60;
    private static final double UNIT = 1 << 20; // gains are counted in integers
    private static final int[] CONTEXTS = {2, 5, 20}; // the least number of items in the second and later ones

    private final Map<Strategy, Double> initial;
    private final List<Map<Strategy, Double>> experts;
    private final Decay decay;
    private final PeriodSums gains; // by context and expert; the number of events of a context last

    /**
     * Without events.
     *
     * @param initial the weights to begin with
     * @param learned the strategies whose weights are learned; the others keep their part of the initial weights
     * @param decay of the gains, with a half-life
     */
    public WeightLearner(Map<Strategy, Double> initial, List<Strategy> learned, Decay decay) {
        Require.that(learned.size() >= 2, "learned must have at least two strategies", learned);
        double total = initial.values().stream()
                .mapToDouble(Double::doubleValue)
                .sorted() // so that it does not depend on the order of the map
                .sum();
        this.initial = new EnumMap<>(Strategy.class);
        initial.forEach((strategy, weight) -> this.initial.put(strategy, weight / total));
        this.experts = experts(learned);
        this.decay = decay;
        this.gains = nothing();
    }

    private WeightLearner(WeightLearner other) {
        this.initial = other.initial;
        this.experts = other.experts;
        this.decay = other.decay;
        this.gains = nothing();
    }

    private PeriodSums nothing() {
        return new PeriodSums((CONTEXTS.length + 1) * (experts.size() + 1), decay);
    }

    /** The same learner without events. */
    public WeightLearner anew() {
        return new WeightLearner(this);
    }

    /** The meaning of the sums: those of a learner of another basis cannot be added. */
    public String basis() {
        String blends = experts.stream()
                .flatMap(expert -> expert.entrySet().stream())
                .map(weight -> String.format(Locale.ROOT, "%s=%.4f", weight.getKey(), weight.getValue()))
                .collect(Collectors.joining(","));
        return "blends-" + Integer.toHexString(blends.hashCode());
    }

    private List<Map<Strategy, Double>> experts(List<Strategy> learned) {
        List<Map<Strategy, Double>> finest = List.of();
        for (int steps = 1; ; steps++) {
            List<Map<Strategy, Double>> points = new ArrayList<>();
            addPoints(learned, 0, steps, steps, new EnumMap<>(Strategy.class), points);
            if (points.size() > MOST_EXPERTS) {
                return finest;
            }
            finest = points;
        }
    }

    private void addPoints(
            List<Strategy> learned,
            int at,
            int left,
            int steps,
            Map<Strategy, Double> begun,
            List<Map<Strategy, Double>> points) {
        boolean isLast = at == learned.size() - 1;
        for (int count = isLast ? left : 0; count <= left; count++) {
            Map<Strategy, Double> point = new EnumMap<>(begun);
            point.put(learned.get(at), share(learned) * count / steps);
            if (isLast) {
                initial.forEach(point::putIfAbsent);
                points.add(point);
            } else {
                addPoints(learned, at + 1, left - count, steps, point, points);
            }
        }
    }

    /** The sum of the weights that are learned: the fixed ones leave the rest of 1. */
    private double share(List<Strategy> learned) {
        return 1
                - initial.entrySet().stream()
                        .filter(entry -> !learned.contains(entry.getKey()))
                        .mapToDouble(Map.Entry::getValue)
                        .sum();
    }

    /** The strategies of a blend to learn from. */
    public Map<Strategy, Double> everyStrategy() {
        Map<Strategy, Double> all = new EnumMap<>(Strategy.class);
        experts.get(0).keySet().forEach(strategy -> all.put(strategy, 1.0));
        return all;
    }

    /**
     * Learns an event.
     *
     * @param candidates the blend of {@link #everyStrategy} before the event
     * @param item of the event, by number
     * @param items the number of items that the user had before the event
     */
    public void learn(Blend candidates, int item, int items, long timestampMs) {
        long[] sums = gains.at(timestampMs);
        int first = context(items) * (experts.size() + 1);
        for (int expert = 0; expert < experts.size(); expert++) {
            int rank = candidates.rankWith(item, experts.get(expert));
            if (rank >= 1 && rank <= LONGEST) {
                sums[first + expert] += Math.round(UNIT * Math.log(2) / Math.log(1.0 + rank));
            }
        }
        sums[first + experts.size()]++;
    }

    /** Adds what another learner of the same strategies has learned from other events. */
    public void add(WeightLearner other) {
        gains.add(other.gains);
    }

    /** The sums learned so far. Only learners of the same strategies can add it. */
    public PeriodSums sums() {
        return gains;
    }

    /** The decayed number of events. */
    public double events() {
        return all(gains.decayed())[experts.size()];
    }

    private static int context(int items) {
        int context = 0;
        while (context < CONTEXTS.length && items >= CONTEXTS[context]) {
            context++;
        }
        return context;
    }

    /** The least number of items of every context, fewest first. */
    public static List<Integer> contexts() {
        return List.of(1, CONTEXTS[0], CONTEXTS[1], CONTEXTS[2]);
    }

    /** The weights for a user with a number of items; they add up to 1. */
    public Map<Strategy, Double> weights(int items) {
        double[] decayed = gains.decayed();
        int size = experts.size() + 1;
        double[] here = Arrays.copyOfRange(decayed, context(items) * size, (context(items) + 1) * size);
        double[] all = all(decayed);
        return mixed(probabilities(all, here), all[experts.size()]);
    }

    /** The sum over all contexts. */
    private double[] all(double[] decayed) {
        double[] all = new double[experts.size() + 1];
        for (int i = 0; i < decayed.length; i++) {
            all[i % all.length] += decayed[i];
        }
        return all;
    }

    private double[] probabilities(double[] all, double[] here) {
        int size = experts.size();
        double events = here[size] + Math.min(PRIOR, all[size]);
        double rate = Math.sqrt(8 * Math.log(size) * events) / UNIT;
        double[] means = new double[size];
        for (int i = 0; i < size; i++) {
            means[i] = (here[i] + PRIOR * all[i] / Math.max(1, all[size])) / (here[size] + PRIOR);
        }
        double greatest = Arrays.stream(means).max().orElse(0);
        double[] odds = Arrays.stream(means)
                .map(mean -> Math.exp(rate * (mean - greatest)))
                .toArray();
        double total = Arrays.stream(odds).sum();
        return Arrays.stream(odds).map(odd -> odd / total).toArray();
    }

    private Map<Strategy, Double> mixed(double[] probabilities, double events) {
        double learned = events / (events + PRIOR);
        Map<Strategy, Double> weights = new EnumMap<>(Strategy.class);
        initial.forEach((strategy, weight) -> weights.put(strategy, (1 - learned) * weight));
        for (int i = 0; i < probabilities.length; i++) {
            double probability = learned * probabilities[i];
            experts.get(i).forEach((strategy, weight) -> weights.merge(strategy, probability * weight, Double::sum));
        }
        return weights;
    }
}
