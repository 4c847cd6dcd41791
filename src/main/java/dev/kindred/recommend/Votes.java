package dev.kindred.recommend;

import dev.kindred.math.DenseRanks;
import dev.kindred.matrix.MatrixView;
import dev.kindred.matrix.Row;
import dev.kindred.similarity.Neighbors;
import dev.kindred.similarity.Query;
import dev.kindred.vector.UserVector;
import java.util.Arrays;

/**
 * The votes of every neighbor, and of the user's own history, for its items.
 *
 * <p>The vote of neighbor v for item i is {@code similarity(u,v)·r(v)·w(v,i)·c(v,i)}.
 *
 * <ul>
 *   <li>{@code r(v) = 1/(1 + recency·age)} favors neighbors who share what the user touched last: age counts how many
 *       later times of touch the user has than that of the latest shared item.
 *   <li>{@code c(v,i)}, the closeness of i to the shared items j in v's own history, is the mean of
 *       {@code (e^(−proximity·d) + e^(−proximity·d/10))/2}, weighted by the parts of the j in the similarity, with
 *       {@code d = |rank(i) − rank(j)|}. A rank is the place in the order of last touch; items of the same second have
 *       the same. One half fades within a few touches, the other within some ten; being exponential, both are summed
 *       over all j by one sweep over the ranks in either direction.
 * </ul>
 *
 * <p>With proximity and recency 0 the vote is {@code similarity(u,v)·w(v,i)}, that of the textbook. Weighing by the last
 * shared item and by the distance in a neighbor's session are due to Ludewig and Jannach, <em>Evaluation of
 * session-based recommendation algorithms</em> (2018), and Garg et al., <em>Sequence and Time Aware Neighborhood for
 * Session-based Recommendations</em>, SIGIR 2019; the form is our own. The own history votes as a neighbor would who has
 * the same row.
 *
 * <p>Rows are read once and laid out one after the other, for scoring and for reasons. Not thread safe: one per thread,
 * filled anew for every list.
 */
final class Votes {

    private static final double SLOW_DECAY_FACTOR = 10; // how many times as far the far half of closeness reaches
    private static final int MAX_DIRECT_SHARED = 4; // shared items up to which their closeness is looked up one by one

    private final double proximity;
    private final double nearLeft; // what is left of the near half after one rank
    private final double farLeft;
    private final double recency;
    private final DenseRanks byTime = new DenseRanks();
    private double[] closeness; // by distance of ranks

    private int voters;
    private int[] firstItems = new int[128]; // by voter, and one more: where its items begin
    private int[] firstShared = new int[128]; // by voter, and one more: where its shared items begin

    private int items; // the first entries of these arrays are the items of all voters
    private int[] numbers = new int[1024];
    private float[] weights = new float[1024];
    private int[] ranks = new int[1024];
    private double[] votes = new double[1024];

    private int shared; // the first entries of these arrays are what the voters share with the query
    private int[] indexes = new int[256]; // in the query
    private int[] sharedRanks = new int[256];
    private double[] parts = new double[256]; // similarity·r(v), shared out over the shared items

    private long[] touchedMs = new long[16]; // scratch
    private double[] partsByRank = new double[64]; // scratch, by rank: the parts of the shared items; 0 between voters
    private double[] partsTimesCloseness = new double[64]; // scratch, by rank: the parts times their closeness

    Votes(double proximity, double recency) {
        this.proximity = proximity;
        this.nearLeft = Math.exp(-proximity);
        this.farLeft = Math.exp(-proximity / SLOW_DECAY_FACTOR);
        this.closeness = closenessUpTo(partsByRank.length);
        this.recency = recency;
    }

    void clear() {
        voters = 0;
        items = 0;
        shared = 0;
    }

    /** Adds the neighbor at a position. */
    void add(Neighbors neighbors, int position) {
        Row row = neighbors.row(position);
        int first = items;
        ensureCapacity(row.size(), neighbors.shared(position));
        for (int i = 0; i < row.size(); i++) {
            long cell = row.cell(i);
            numbers[first + i] = Row.itemOf(cell);
            weights[first + i] = Row.weightOf(cell);
        }
        row.ranks(ranks, first);
        int age = Integer.MAX_VALUE;
        for (int j = 0; j < neighbors.shared(position); j++) {
            int index = neighbors.sharedIndex(position, j);
            age = Math.min(age, neighbors.query().age(index));
            addShared(index, ranks[first + neighbors.sharedCell(position, j)], neighbors.sharedProduct(position, j));
        }
        endVoter(row.size(), neighbors.similarity(position) / (1 + recency * age));
    }

    /**
     * Adds the user's own history.
     *
     * @param similarity that it counts with
     */
    void addOwn(UserVector vector, Query query, MatrixView view, double similarity) {
        int first = items;
        ensureCapacity(vector.size(), query.size());
        for (int i = 0; i < vector.size(); i++) {
            numbers[first + i] = vector.item(i);
            weights[first + i] = (float) view.weight(vector.affinity(i));
        }
        rankOwn(vector);
        for (int index = 0; index < query.size(); index++) {
            int at = first + query.position(index);
            addShared(index, ranks[at], query.weight(index) * weights[at]);
        }
        endVoter(vector.size(), similarity);
    }

    private void rankOwn(UserVector vector) {
        int size = vector.size();
        if (size > touchedMs.length) {
            touchedMs = new long[2 * size];
        }
        for (int i = 0; i < size; i++) {
            touchedMs[i] = vector.touchedMs(i);
        }
        byTime.rank(touchedMs, size, ranks, items);
    }

    private void addShared(int index, int rank, double product) {
        indexes[shared] = index;
        sharedRanks[shared] = rank;
        parts[shared++] = product;
    }

    private void endVoter(int size, double similarity) {
        shareOut(similarity);
        if (shared - firstShared[voters] <= MAX_DIRECT_SHARED) {
            voteOneByOne(size);
        } else {
            voteBySweep(size);
        }
        items += size;
        voters++;
        firstItems[voters] = items;
        firstShared[voters] = shared;
    }

    private void shareOut(double similarity) {
        double dot = 0;
        for (int j = firstShared[voters]; j < shared; j++) {
            dot += parts[j];
        }
        double scale = dot > 0 ? similarity / dot : 0;
        for (int j = firstShared[voters]; j < shared; j++) {
            parts[j] *= scale;
        }
    }

    private void voteOneByOne(int size) {
        int first = firstShared[voters];
        for (int place = items; place < items + size; place++) {
            double sum = 0;
            for (int j = first; j < shared; j++) {
                sum += closePart(j, place);
            }
            votes[place] = sum * weights[place];
        }
    }

    private void voteBySweep(int size) {
        for (int j = firstShared[voters]; j < shared; j++) {
            partsByRank[sharedRanks[j]] += parts[j];
        }
        int greatest = 0;
        for (int place = items; place < items + size; place++) {
            greatest = Math.max(greatest, ranks[place]);
        }
        sweep(greatest);
        for (int place = items; place < items + size; place++) {
            votes[place] = partsTimesCloseness[ranks[place]] * weights[place];
        }
        Arrays.fill(partsByRank, 0, greatest + 1, 0);
    }

    /** At every rank, the sum of all parts times their closeness. */
    private void sweep(int greatest) {
        double near = 0;
        double far = 0;
        for (int rank = 0; rank <= greatest; rank++) {
            near = near * nearLeft + partsByRank[rank];
            far = far * farLeft + partsByRank[rank];
            partsTimesCloseness[rank] = (near + far) / 2;
        }
        near = 0;
        far = 0;
        for (int rank = greatest; rank >= 0; rank--) {
            partsTimesCloseness[rank] += (near + far) / 2;
            near = (near + partsByRank[rank]) * nearLeft;
            far = (far + partsByRank[rank]) * farLeft;
        }
    }

    private void ensureCapacity(int moreItems, int moreShared) {
        if (voters + 2 > firstItems.length) {
            firstItems = Arrays.copyOf(firstItems, 2 * firstItems.length);
            firstShared = Arrays.copyOf(firstShared, 2 * firstShared.length);
        }
        if (items + moreItems > numbers.length) {
            int capacity = 2 * (items + moreItems);
            numbers = Arrays.copyOf(numbers, capacity);
            weights = Arrays.copyOf(weights, capacity);
            ranks = Arrays.copyOf(ranks, capacity);
            votes = Arrays.copyOf(votes, capacity);
        }
        if (shared + moreShared > parts.length) {
            int capacity = 2 * (shared + moreShared);
            indexes = Arrays.copyOf(indexes, capacity);
            sharedRanks = Arrays.copyOf(sharedRanks, capacity);
            parts = Arrays.copyOf(parts, capacity);
        }
        if (moreItems > closeness.length) {
            closeness = closenessUpTo(2 * moreItems);
            partsByRank = new double[2 * moreItems];
            partsTimesCloseness = new double[2 * moreItems];
        }
    }

    private double[] closenessUpTo(int distances) {
        double[] byDistance = new double[distances];
        for (int distance = 0; distance < distances; distance++) {
            byDistance[distance] =
                    (Math.exp(-proximity * distance) + Math.exp(-proximity * distance / SLOW_DECAY_FACTOR)) / 2;
        }
        return byDistance;
    }

    /** The number of voters, in the order in which they were added. */
    int voters() {
        return voters;
    }

    /** Where a voter's items begin; those of the next begin where they end. */
    int firstItem(int voter) {
        return firstItems[voter];
    }

    /** Where a voter's shared items begin; those of the next begin where they end. */
    int firstShared(int voter) {
        return firstShared[voter];
    }

    /** How many places there are in all. */
    int places() {
        return items;
    }

    /** The number of the item at a place. */
    int item(int place) {
        return numbers[place];
    }

    /** The voter's weight of the item at a place. */
    float weight(int place) {
        return weights[place];
    }

    /** The index in the query of the shared item at a place. */
    int sharedIndex(int sharedPlace) {
        return indexes[sharedPlace];
    }

    /** The vote for the item at a place. */
    double vote(int place) {
        return votes[place];
    }

    /** What a shared item contributes to its voter's vote for the item at a place. */
    double part(int sharedPlace, int place) {
        return closePart(sharedPlace, place) * weights[place];
    }

    private double closePart(int sharedPlace, int place) {
        return parts[sharedPlace] * closeness[Math.abs(ranks[place] - sharedRanks[sharedPlace])];
    }
}
