package dev.kindred.similarity;

import dev.kindred.math.DenseRanks;
import dev.kindred.matrix.MatrixView;
import dev.kindred.vector.UserVector;
import java.util.Arrays;

/**
 * The requesting user's side of a comparison: the interests that are not negligible, each times the rarity of its item.
 *
 * <p>The weight of an item is {@code q·ln(1 + N/n)^idf}, see {@link MatrixView#inverseUserFrequency}: a shared rare
 * item is stronger evidence than a shared bestseller. Only the query is weighted in this way, as in Salton and Buckley,
 * <em>Term-weighting approaches in automatic text retrieval</em> (1988), because stored vectors cannot follow a
 * frequency that changes with every event.
 *
 * <p>Items are found by number in one array access. Not thread safe: one per thread, loaded for every search.
 */
public final class Query {

    private final double negligible;
    private final double idf;

    private int[] places = new int[1024]; // by item: the index, plus 1
    private int size; // the first size entries are the query, items distinct
    private int[] items = new int[16];
    private int[] positions = new int[16]; // in the vector
    private double[] interests = new double[16];
    private double[] weights = new double[16];
    private int[] ages = new int[16];
    private double inverseNorm;
    private long[] touchedMs = new long[16];
    private final DenseRanks byTime = new DenseRanks();

    Query(double negligible, double idf) {
        this.negligible = negligible;
        this.idf = idf;
    }

    /** Loads a vector in place of the previous one. */
    void load(UserVector vector, MatrixView view) {
        clear();
        double least = vector.leastInterest(negligible);
        double squaredNorm = 0;
        for (int i = 0; i < vector.size(); i++) {
            if (Math.abs(vector.interest(i)) >= least) {
                add(vector, i, view);
                squaredNorm += weights[size - 1] * weights[size - 1];
            }
        }
        inverseNorm = squaredNorm > 0 ? 1 / Math.sqrt(squaredNorm) : 0;
        rankByRecency();
    }

    private void clear() {
        for (int i = 0; i < size; i++) {
            places[items[i]] = 0;
        }
        size = 0;
    }

    private void add(UserVector vector, int at, MatrixView view) {
        int item = vector.item(at);
        ensureCapacity(item);
        double interest = vector.interest(at);
        items[size] = item;
        positions[size] = at;
        interests[size] = interest;
        weights[size] = interest * rarity(item, view);
        touchedMs[size] = vector.touchedMs(at);
        places[item] = ++size;
    }

    private double rarity(int item, MatrixView view) {
        if (idf == 0) {
            return 1;
        }
        double frequency = view.inverseUserFrequency(item);
        return idf == 1 ? frequency : Math.pow(frequency, idf); // a power costs as much as comparing a row
    }

    private void ensureCapacity(int item) {
        if (item >= places.length) {
            places = Arrays.copyOf(places, 2 * item);
        }
        if (size == items.length) {
            items = Arrays.copyOf(items, 2 * size);
            positions = Arrays.copyOf(positions, 2 * size);
            interests = Arrays.copyOf(interests, 2 * size);
            weights = Arrays.copyOf(weights, 2 * size);
            ages = Arrays.copyOf(ages, 2 * size);
            touchedMs = Arrays.copyOf(touchedMs, 2 * size);
        }
    }

    private void rankByRecency() {
        int distinct = byTime.rank(touchedMs, size, ages, 0);
        for (int i = 0; i < size; i++) {
            ages[i] = distinct - 1 - ages[i];
        }
    }

    /** The number of items. */
    public int size() {
        return size;
    }

    /** The item at an index in [0, size). */
    public int item(int index) {
        return items[index];
    }

    /** The position in the vector of the item at an index. */
    public int position(int index) {
        return positions[index];
    }

    /**
     * The recency rank of the item at an index: the number of distinct later touch times in the query, 0 for the
     * latest.
     */
    public int age(int index) {
        return ages[index];
    }

    /** The interest in the item at an index, in the vector's relative unit. */
    double interest(int index) {
        return interests[index];
    }

    /** The interest times the rarity of the item at an index. */
    public double weight(int index) {
        return weights[index];
    }

    /** The index of an item, negative if the query does not have it. */
    int find(int item) {
        return item < places.length ? places[item] - 1 : -1;
    }

    /** The inverse of the L2 norm of all weights; 0 for an empty query. */
    double inverseNorm() {
        return inverseNorm;
    }
}
