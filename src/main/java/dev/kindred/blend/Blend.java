package dev.kindred.blend;

import dev.kindred.math.TopK;
import dev.kindred.model.ItemDictionary;
import dev.kindred.model.Strategy;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * Blends what several strategies found into one list, and tells each strategy's part in every score.
 *
 * <pre>
 * score(i)  = factor(i) · sum over s of part(s,i)
 * part(s,i) = weight(s) / (sum of the weights of those that speak) · score_s(i) / (greatest score_s)
 * </pre>
 *
 * <p>This is the weighted CombSUM of Fox and Shaw, <em>Combination of Multiple Searches</em> (TREC-2, 1993), with scores
 * divided by the greatest. Thus a weight means what the best item of a strategy is worth, whatever the scale of its scores;
 * an item that a strategy does not name is one with score 0; and neither the length of a list nor what stands at its end
 * changes what its other items get, as it would if scores were divided by their sum, or by the range from least to greatest.
 * Ranks would serve as well, but forget whether the second best is nearly as good as the best or half as good.
 *
 * <p>A strategy speaks if it names an item with a positive score; the weight of one that is silent goes to the others in
 * proportion. A negative score, as of what resembles something disliked, counts against an item, at most by as much as the
 * best one counts for it.
 *
 * <p>Not thread safe: one per thread, reused, because it has a number for every item.
 */
public final class Blend {

    private static final Strategy[] STRATEGIES = Strategy.values();
    private static final double NEGLIGIBLE = 1e-9; // where parts cancel each other out, rounding leaves less

    private final ItemDictionary dictionary;
    private final double[] weights = new double[STRATEGIES.length]; // by strategy, of those that speak
    private int[] places = new int[1024]; // by item: its place among the candidates plus 1
    private int[] items = new int[256]; // by place; items[0..size) are candidates
    private double[] parts =
            new double[256 * STRATEGIES.length]; // by place and strategy, before the weights are shared out
    private double[] factors = new double[256]; // by place
    private int size;
    private double totalWeight; // of those that speak

    private TopK top;
    private int most = 1; // that top keeps

    /** An empty blend that orders ties by these ids. */
    public Blend(ItemDictionary dictionary) {
        this.dictionary = dictionary;
        this.top = new TopK(most, dictionary::compareIds);
    }

    /** Forgets everything. */
    public void clear() {
        for (int place = 0; place < size; place++) {
            places[items[place]] = 0;
        }
        Arrays.fill(weights, 0);
        Arrays.fill(parts, 0, size * STRATEGIES.length, 0);
        size = 0;
        totalWeight = 0;
    }

    /**
     * Adds what one strategy found: once for each strategy.
     *
     * @param weight of the strategy against the others, not negative and finite; with 0 it is not asked
     * @param found numbers of different items; the first {@code count} are meant
     * @param scores theirs, in any order, finite
     */
    public void add(Strategy strategy, double weight, int[] found, double[] scores, int count) {
        if (!(weight >= 0) || Double.isInfinite(weight)) {
            throw new IllegalArgumentException("weight must be finite and not negative, got " + weight);
        }
        if (weights[column(strategy)] > 0) {
            throw new IllegalArgumentException("strategy must be added once, got " + strategy + " again");
        }
        double greatest = weight == 0 ? 0 : greatest(scores, count);
        if (!(greatest > 0)) {
            return;
        }
        weights[column(strategy)] = weight;
        totalWeight += weight;
        for (int i = 0; i < count; i++) {
            int at = placeOf(found[i]) * STRATEGIES.length + column(strategy);
            parts[at] = weight * Math.max(-1, scores[i] / greatest);
        }
    }

    private static double greatest(double[] scores, int count) {
        double greatest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            greatest = Math.max(greatest, scores[i]);
        }
        return greatest;
    }

    @SuppressWarnings("EnumOrdinal") // these arrays live no longer than the process
    private static int column(Strategy strategy) {
        return strategy.ordinal();
    }

    private int placeOf(int item) {
        if (item >= places.length) {
            places = Arrays.copyOf(places, Math.max(item + 1, 2 * places.length));
        }
        if (places[item] == 0) {
            if (size == items.length) {
                items = Arrays.copyOf(items, 2 * size);
                factors = Arrays.copyOf(factors, 2 * size);
                parts = Arrays.copyOf(parts, 2 * parts.length);
            }
            items[size] = item;
            factors[size] = 1;
            places[item] = ++size;
        }
        return places[item] - 1;
    }

    /**
     * Multiplies the score of every candidate.
     *
     * @param factorOf for the number of an item: more than 1 boosts it, less than 1 buries it, 0 leaves it out
     */
    public void multiply(IntToDoubleFunction factorOf) {
        for (int place = 0; place < size; place++) {
            factors[place] *= factorOf.applyAsDouble(items[place]);
        }
    }

    /**
     * Orders the best: by score as a float, then by item id. Items that nothing speaks for, all told, are left out.
     *
     * @param into receives the numbers of the best, as many as fit; at least one does
     * @return how many there are
     */
    public int rank(int[] into) {
        if (into.length != most) {
            most = into.length;
            top = new TopK(most, dictionary::compareIds);
        }
        for (int place = 0; place < size; place++) {
            double score = scoreAt(place);
            if (score > NEGLIGIBLE) {
                top.offer(items[place], score);
            }
        }
        return top.drain(into);
    }

    /** How many items any strategy named. */
    public int candidates() {
        return size;
    }

    /** The score of an item: at most 1 where nothing was boosted; 0 if no strategy named it. */
    public double score(int item) {
        return isCandidate(item) ? scoreAt(places[item] - 1) : 0;
    }

    /** The part of a strategy in the score of an item; the parts of all strategies add up to it. */
    public double part(int item, Strategy strategy) {
        return isCandidate(item) ? partAt(places[item] - 1, column(strategy)) : 0;
    }

    private boolean isCandidate(int item) {
        return item < places.length && places[item] != 0;
    }

    /** What a strategy weighs, as a fraction of 1; 0 if it is silent. The shares of all that speak add up to 1. */
    public double share(Strategy strategy) {
        return totalWeight == 0 ? 0 : weights[column(strategy)] / totalWeight;
    }

    private double scoreAt(int place) {
        double score = 0;
        for (int column = 0; column < STRATEGIES.length; column++) {
            score += partAt(place, column);
        }
        return score;
    }

    private double partAt(int place, int column) {
        return factors[place] * parts[place * STRATEGIES.length + column] / totalWeight;
    }
}
