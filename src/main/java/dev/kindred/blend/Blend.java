package dev.kindred.blend;

import dev.kindred.math.BestFirst;
import dev.kindred.model.ItemDictionary;
import dev.kindred.model.Require;
import dev.kindred.model.Strategy;
import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.Arrays;
import java.util.Map;
import java.util.function.IntToDoubleFunction;

/**
 * Blends the candidates of several strategies into one list, and reports each strategy's part in every score.
 *
 * <pre>
 * score(i)  = factor(i) · sum over s of part(s,i)
 * part(s,i) = weight(s) / (sum of the weights of active strategies) · score_s(i) / (greatest score_s)
 * </pre>
 *
 * <p>This is the weighted CombSUM of Fox and Shaw, <em>Combination of Multiple Searches</em> (TREC-2, 1993), with
 * scores divided by the greatest. A weight is therefore the score of a strategy's best item, independent of the scale
 * of its scores. An item that a strategy does not name has score 0. Neither the length of a list nor its last items
 * change the scores of the others; division by the sum of scores, or by their range, would change them. Ranks would
 * also work, but lose how far apart two items are.
 *
 * <p>A strategy is active if it names an item with a positive score. The active strategies share the weight of the
 * inactive ones in proportion. A negative score, such as that of an item similar to a disliked one, counts against an
 * item, at most as much as the best score counts for it.
 *
 * <p>Not thread safe: one per thread, reused, because it has an array entry for every item.
 */
public final class Blend {

    private static final Strategy[] STRATEGIES = Strategy.values();
    private static final double NEGLIGIBLE = 1e-9; // where parts cancel, rounding errors are smaller than this

    private final ItemDictionary dictionary;
    private final double[] weights = new double[STRATEGIES.length]; // by strategy; 0 for inactive ones
    private int[] places = new int[1024]; // by item: its place among the candidates, plus 1
    private int[] items = new int[256]; // by place; items[0..size) are candidates
    private double[] parts =
            new double[256 * STRATEGIES.length]; // by place and strategy, not yet divided by totalWeight
    private double[] factors = new double[256]; // by place
    private int size;
    private double totalWeight; // of the active strategies

    private final BestFirst left; // candidates without a rank
    private int[] ranked = new int[256]; // items by rank, the first count of them
    private int count;

    /** An empty blend that orders ties by these ids. */
    public Blend(ItemDictionary dictionary) {
        this.dictionary = dictionary;
        this.left = new BestFirst(dictionary::compareIds);
    }

    /** Removes all candidates. */
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
     * Adds the candidates of a strategy. Call it at most once for each strategy.
     *
     * @param weight the weight of the strategy relative to the others, not negative and finite; with 0 the strategy is
     *     ignored
     * @param found the numbers of distinct items; only the first {@code count} are used
     * @param scores the scores of these items, finite; the items need not be ordered by score
     */
    public void add(Strategy strategy, double weight, int[] found, double[] scores, int count) {
        Require.that(weight >= 0 && !Double.isInfinite(weight), "weight must be finite and not negative", weight);
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
     * @param factorOf the factor for the number of an item: more than 1 boosts it, less than 1 demotes it, 0 excludes
     *     it
     */
    public void multiply(IntToDoubleFunction factorOf) {
        for (int place = 0; place < size; place++) {
            factors[place] *= factorOf.applyAsDouble(items[place]);
        }
    }

    /**
     * Ranks the best candidates by score as a float, then by item id. Candidates without a positive score are excluded.
     *
     * @param into receives the numbers of the best candidates; its length, at least 1, is the limit
     * @return the number of ranked candidates
     */
    public int rank(int[] into) {
        RankedItems best = ranked(into.length);
        int found = 0;
        while (best.has(found)) {
            into[found] = best.item(found);
            found++;
        }
        return found;
    }

    /**
     * The same items, which are ordered as far as they are asked for. Valid until the blend changes, or ranks again.
     *
     * @param limit the greatest number of items
     */
    public RankedItems ranked(int limit) {
        left.clear();
        count = 0;
        for (int place = 0; place < size; place++) {
            double score = scoreAt(place);
            if (score > NEGLIGIBLE) {
                left.add(items[place], score);
            }
        }
        return new RankedItems() {
            @Override
            public boolean has(int rank) {
                while (count <= rank && count < limit && !left.isEmpty()) {
                    ranked = IntArrays.grow(ranked, count + 1);
                    ranked[count++] = left.take();
                }
                return rank < count;
            }

            @Override
            public int item(int rank) {
                return ranked[rank];
            }

            @Override
            public double score(int rank) {
                return Blend.this.score(ranked[rank]);
            }
        };
    }

    /**
     * The rank that an item would have if the strategies had other weights, from 1; 0 if its score would not be positive. Factors
     * of boosts do not count.
     *
     * @param others by strategy; one without an entry has weight 0, and so has one that was not added
     */
    public int rankWith(int item, Map<Strategy, Double> others) {
        double[] ratios = new double[STRATEGIES.length];
        others.forEach((strategy, weight) -> {
            double before = weights[column(strategy)];
            ratios[column(strategy)] = before == 0 ? 0 : weight / before;
        });
        float score = isCandidate(item) ? (float) scoreWith(places[item] - 1, ratios) : 0;
        if (!(score > NEGLIGIBLE)) {
            return 0;
        }
        int rank = 1;
        for (int place = 0; place < size; place++) {
            float other = (float) scoreWith(place, ratios);
            boolean isBetter = other > score || (other == score && dictionary.compareIds(items[place], item) < 0);
            rank += isBetter ? 1 : 0;
        }
        return rank;
    }

    private double scoreWith(int place, double[] ratios) {
        double score = 0;
        for (int column = 0; column < STRATEGIES.length; column++) {
            score += ratios[column] * parts[place * STRATEGIES.length + column];
        }
        return score;
    }

    /** The number of items that any strategy named. */
    public int candidates() {
        return size;
    }

    /** The item at a place in [0, candidates), in no order. */
    public int candidate(int place) {
        return items[place];
    }

    /** The score of an item: at most 1 without boosts; 0 if no strategy named it. */
    public double score(int item) {
        return isCandidate(item) ? scoreAt(places[item] - 1) : 0;
    }

    /** The part of a strategy in the score of an item; the parts of all strategies add up to it. */
    public double part(int item, Strategy strategy) {
        return isCandidate(item) ? partAt(places[item] - 1, column(strategy)) : 0;
    }

    /** The score that a strategy gave an item, divided by its greatest one: in [-1, 1]; 0 if it did not name the item. */
    public double normalized(int item, Strategy strategy) {
        double weight = weights[column(strategy)];
        return isCandidate(item) && weight > 0
                ? parts[(places[item] - 1) * STRATEGIES.length + column(strategy)] / weight
                : 0;
    }

    /** The product of the boosts of an item; 1 without any. */
    public double factor(int item) {
        return isCandidate(item) ? factors[places[item] - 1] : 1;
    }

    private boolean isCandidate(int item) {
        return item < places.length && places[item] != 0;
    }

    /**
     * The weight of a strategy as a fraction of the total; 0 if the strategy is inactive. The shares of active
     * strategies add up to 1.
     */
    public double share(Strategy strategy) {
        return totalWeight == 0 ? 0 : weights[column(strategy)] / totalWeight;
    }

    private double scoreAt(int place) {
        double score = 0;
        for (int column = 0; column < STRATEGIES.length; column++) {
            score += weights[column] == 0 ? 0 : partAt(place, column); // a division costs more than all else
        }
        return score;
    }

    private double partAt(int place, int column) {
        return factors[place] * parts[place * STRATEGIES.length + column] / totalWeight;
    }
}
