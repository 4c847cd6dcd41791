package dev.kindred.recommend;

import dev.kindred.matrix.Row;
import dev.kindred.similarity.Neighbors;
import dev.kindred.similarity.Query;
import java.util.Arrays;

/**
 * What one neighbor says for each item of its row.
 *
 * <p>The vote of neighbor v for item i is {@code similarity(u,v)·r(v)·w(v,i)·c(v,i)}.
 *
 * <ul>
 *   <li>{@code r(v) = 1/(1 + recency·age)} favors neighbors who share what the user touched last: age counts how many
 *       later times of touch the user has than that of the latest shared item.
 *   <li>{@code c(v,i)}, the closeness of i to the shared items j in v's own history, is the mean of
 *       {@code 1/(1 + proximity·|rank(i) − rank(j)|)}, weighted by the parts of the j in the similarity. A rank is the
 *       place in the order of last touch; items of the same second have the same.
 * </ul>
 *
 * <p>With proximity and recency 0 the vote is {@code similarity(u,v)·w(v,i)}, that of the textbook. Weighing by the last
 * shared item and by the distance in a neighbor's session are due to Ludewig and Jannach, <em>Evaluation of
 * session-based recommendation algorithms</em> (2018), and Garg et al., <em>Sequence and Time Aware Neighborhood for
 * Session-based Recommendations</em>, SIGIR 2019; the form is our own.
 *
 * <p>Not thread safe: one per thread, loaded anew for every neighbor.
 */
final class Vote {

    private final double proximity;
    private final double recency;
    private double[] closeness = new double[0]; // by distance of ranks

    private int[] ranks = new int[256]; // by position in the row
    private int shared;
    private int[] sharedRanks = new int[64];
    private double[] parts = new double[64]; // similarity·r(v), shared out over the shared items

    Vote(double proximity, double recency) {
        this.proximity = proximity;
        this.recency = recency;
    }

    /** Takes in the neighbor at a position. */
    void load(Neighbors neighbors, int position) {
        Row row = neighbors.row(position);
        shared = neighbors.shared(position);
        ensureCapacity(row.size());
        row.ranks(ranks);
        double dot = 0;
        int age = Integer.MAX_VALUE;
        for (int j = 0; j < shared; j++) {
            parts[j] = neighbors.sharedProduct(position, j);
            sharedRanks[j] = ranks[neighbors.sharedCell(position, j)];
            dot += parts[j];
            age = Math.min(age, neighbors.query().age(neighbors.sharedIndex(position, j)));
        }
        shareOut(neighbors.similarity(position) / (1 + recency * age), dot);
    }

    /**
     * Takes in the user's own history, as if it were a neighbor's who shares all of the query.
     *
     * @param similarity that it counts with
     */
    void loadOwn(OwnHistory own, Query query, double similarity) {
        shared = query.size();
        ensureCapacity(own.size());
        for (int cell = 0; cell < own.size(); cell++) {
            ranks[cell] = own.rank(cell);
        }
        double dot = 0;
        for (int j = 0; j < shared; j++) {
            int cell = query.position(j);
            parts[j] = query.weight(j) * own.weight(cell);
            sharedRanks[j] = ranks[cell];
            dot += parts[j];
        }
        shareOut(similarity, dot);
    }

    private void shareOut(double amount, double dot) {
        double scale = dot > 0 ? amount / dot : 0;
        for (int j = 0; j < shared; j++) {
            parts[j] *= scale;
        }
    }

    private void ensureCapacity(int cells) {
        if (cells > ranks.length) {
            ranks = new int[2 * cells];
        }
        if (shared > parts.length) {
            sharedRanks = new int[2 * shared];
            parts = new double[2 * shared];
        }
        if (cells > closeness.length) {
            int known = closeness.length;
            closeness = Arrays.copyOf(closeness, 2 * cells);
            for (int distance = known; distance < closeness.length; distance++) {
                closeness[distance] = 1 / (1 + proximity * distance);
            }
        }
    }

    /** The vote for the item of a cell, per unit of its weight. */
    double perWeight(int cell) {
        double sum = 0;
        for (int j = 0; j < shared; j++) {
            sum += part(j, cell);
        }
        return sum;
    }

    /** What the shared item with a number contributes to {@link #perWeight}. */
    double part(int number, int cell) {
        return parts[number] * closeness[Math.abs(ranks[cell] - sharedRanks[number])];
    }
}
