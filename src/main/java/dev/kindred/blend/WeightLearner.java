package dev.kindred.blend;

import dev.kindred.math.Decay;
import dev.kindred.model.Require;
import dev.kindred.model.Strategy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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
 * <p>All that it knows are sums of integers by time, context and expert. So what several learners learn from parts of the events adds
 * up ({@link #add}) to what one learns from all of them, in any order and to the last bit. Not thread safe.
 */
public final class WeightLearner {

    private static final int LONGEST = 20;
    private static final int PRIOR = 200;
    private static final int MOST_EXPERTS = 60;
    private static final double UNIT = 1 << 20; // gains are counted in integers
    private static final int[] CONTEXTS = {2, 5, 20}; // the least number of items in the second and later ones
    private static final int PERIODS = 4; // in a half-life
    private static final int REMEMBERED = 10 * PERIODS;

    private final Map<Strategy, Double> initial;
    private final List<Map<Strategy, Double>> experts;
    private final double periodMs;
    private final TreeMap<Long, long[][]> gains =
            new TreeMap<>(); // by period; by context and expert, the number of events last

    /**
     * Without events.
     *
     * @param initial the weights to begin with
     * @param learned the strategies whose weights are learned; the others keep their part of the initial weights
     * @param decay of the gains, with a half-life
     */
    public WeightLearner(Map<Strategy, Double> initial, List<Strategy> learned, Decay decay) {
        Require.that(learned.size() >= 2, "learned must have at least two strategies", learned);
        double total =
                initial.values().stream().mapToDouble(Double::doubleValue).sum();
        this.initial = new EnumMap<>(Strategy.class);
        initial.forEach((strategy, weight) -> this.initial.put(strategy, weight / total));
        this.experts = experts(learned);
        this.periodMs = decay.halfLifeMs() / PERIODS;
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
        long[] sums = gains.computeIfAbsent(period(timestampMs), p -> nothing())[context(items)];
        for (int expert = 0; expert < experts.size(); expert++) {
            int rank = candidates.rankWith(item, experts.get(expert));
            if (rank >= 1 && rank <= LONGEST) {
                sums[expert] += Math.round(UNIT * Math.log(2) / Math.log(1.0 + rank));
            }
        }
        sums[experts.size()]++;
        forget();
    }

    /** Adds what another learner of the same strategies has learned from other events. */
    public void add(WeightLearner other) {
        other.gains.forEach((period, more) -> {
            long[][] sums = gains.computeIfAbsent(period, p -> nothing());
            for (int context = 0; context < sums.length; context++) {
                for (int i = 0; i < sums[context].length; i++) {
                    sums[context][i] += more[context][i];
                }
            }
        });
        forget();
    }

    private long period(long timestampMs) {
        return (long) Math.floor(timestampMs / periodMs);
    }

    private long[][] nothing() {
        return new long[CONTEXTS.length + 1][experts.size() + 1];
    }

    private void forget() {
        gains.headMap(gains.lastKey() - REMEMBERED, false).clear();
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
        double[] all = new double[experts.size() + 1];
        double[] here = new double[experts.size() + 1];
        gains.forEach((period, sums) -> {
            double factor = Math.pow(2, (period - gains.lastKey()) / (double) PERIODS);
            for (int context = 0; context < sums.length; context++) {
                addTo(all, sums[context], factor);
            }
            addTo(here, sums[context(items)], factor);
        });
        return mixed(probabilities(all, here), all[experts.size()]);
    }

    private static void addTo(double[] sums, long[] more, double factor) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += factor * more[i];
        }
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
