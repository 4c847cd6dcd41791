package dev.kindred.recommend;

import dev.kindred.math.DenseRanks;
import dev.kindred.matrix.MatrixView;
import dev.kindred.matrix.RowBuffer;
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
 *       {@code d = |rank(i) − rank(j)|}, and where rank(i) is the lower one, times {@code closenessBefore}. A rank is the place in the order of last touch; items of the same second have
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
 * <p>The rows of neighbors stay where they were compared, and each is read once more, right after the other, for its votes; the
 * {@link Tally} links them for reasons. Not thread safe: one per thread, filled anew for every refresh.
 */
final class Votes {

    private static final double SLOW_DECAY_FACTOR = 10; // how many times as far the far half of closeness reaches
    private static final int MAX_DIRECT_SHARED = 8; // shared items up to which their closeness is looked up one by one

    private final double proximity;
    private final double nearLeft; // what is left of the near half after one rank
    private final double farLeft;
    private final double before; // what is left of closeness against the order of the touches
    private final double recency;
    private final DenseRanks byTime = new DenseRanks();
    private int reach = 64; // ranks are below
    private double[] closeness; // by difference of ranks, plus reach

    private final Tally tally = new Tally();
    private RowBuffer rows = new RowBuffer(); // of the neighbors; their cells have the first places
    private int ownPlace; // where the places of the own history begin
    private long[] ownCells = new long[16];
    private int[] ownRanks = new int[16];

    private int unit; // the latest unit of all voters: votes are relative to it, so that old ones do not vanish
    private int voters;
    private int[] firstShared = new int[128]; // by voter, and one more: where its shared items begin
    private int shared; // the first entries of these arrays are what the voters share with the query
    private int[] indexes = new int[256]; // in the query
    private int[] sharedRanks = new int[256];
    private double[] parts = new double[256]; // similarity·r(v), shared out over the shared items

    private long[] touchedMs = new long[16]; // scratch
    private double[] factors = new double[reach]; // scratch, by cell of a row: vote by weight
    private double[] partsByRank =
            new double[reach]; // scratch, by rank: the parts of the shared items; 0 between voters
    private double[] partsTimesCloseness = new double[reach]; // scratch, by rank: the parts times their closeness

    Votes(double proximity, double before, double recency) {
        this.proximity = proximity;
        this.before = before;
        this.nearLeft = Math.exp(-proximity);
        this.farLeft = Math.exp(-proximity / SLOW_DECAY_FACTOR);
        this.closeness = closenessWithin(reach);
        this.recency = recency;
    }

    /**
     * Begins without votes.
     *
     * @param neighbors who will vote
     * @param vector the user's own
     * @param ownUnit the unit near the newest touch of the user, if the own history will vote; else a very early one
     * @param itemBound items from here on get no votes
     */
    void begin(Neighbors neighbors, UserVector vector, int ownUnit, int itemBound) {
        rows = neighbors.buffer();
        unit = ownUnit;
        for (int n = 0; n < neighbors.size(); n++) {
            unit = Math.max(unit, rows.exponent(neighbors.row(n)));
        }
        ownPlace = rows.rows() == 0 ? 0 : rows.end(rows.rows() - 1);
        voters = 0;
        shared = 0;
        tally.begin(itemBound, ownPlace + vector.size());
    }

    /** Adds the neighbor at a position. */
    void add(Neighbors neighbors, int position) {
        int row = neighbors.row(position);
        int size = rows.size(row);
        int sharedItems = neighbors.shared(position);
        ensureCapacity(size, sharedItems);
        int age = Integer.MAX_VALUE;
        for (int j = 0; j < sharedItems; j++) {
            int index = neighbors.sharedIndex(position, j);
            age = Math.min(age, neighbors.query().age(index));
            addShared(index, rows.rank(neighbors.sharedPlace(position, j)), neighbors.sharedProduct(position, j));
        }
        shareOut(Math.scalb(neighbors.similarity(position), rows.exponent(row) - unit) / (1 + recency * age));
        int start = rows.start(row);
        vote(rows.cells(), rows.ranks(), start, size, start);
    }

    /**
     * Adds the user's own history.
     *
     * @param similarity that it counts with
     */
    void addOwn(UserVector vector, Query query, MatrixView view, double similarity) {
        int size = vector.size();
        ensureCapacity(size, query.size());
        if (size > ownCells.length) {
            ownCells = new long[2 * size];
            ownRanks = new int[2 * size];
        }
        for (int i = 0; i < size; i++) {
            ownCells[i] = RowBuffer.cell(
                    vector.item(i), (float) view.weight(vector.affinityAt(i), vector.touchedMs(i), unit));
        }
        rankOwn(vector);
        for (int index = 0; index < query.size(); index++) {
            int at = query.position(index);
            addShared(index, ownRanks[at], query.weight(index) * RowBuffer.weightOf(ownCells[at]));
        }
        shareOut(similarity);
        vote(ownCells, ownRanks, 0, size, ownPlace);
    }

    private void rankOwn(UserVector vector) {
        int size = vector.size();
        if (size > touchedMs.length) {
            touchedMs = new long[2 * size];
        }
        for (int i = 0; i < size; i++) {
            touchedMs[i] = vector.touchedMs(i);
        }
        byTime.rank(touchedMs, size, ownRanks, 0);
    }

    private void addShared(int index, int rank, double product) {
        indexes[shared] = index;
        sharedRanks[shared] = rank;
        parts[shared++] = product;
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

    private void vote(long[] cells, int[] ranks, int from, int size, int firstPlace) {
        if (shared - firstShared[voters] <= MAX_DIRECT_SHARED) {
            lookUpFactors(ranks, from, size);
        } else {
            sweepFactors(ranks, from, size);
        }
        tally.add(voters, cells, from, size, factors, firstPlace);
        voters++;
        firstShared[voters] = shared;
    }

    private void lookUpFactors(int[] ranks, int from, int size) {
        double[] byCell = factors;
        double[] byDistance = closeness;
        int first = firstShared[voters];
        if (first == shared) {
            Arrays.fill(byCell, 0, size, 0);
            return;
        }
        double firstPart = parts[first]; // most voters share one item alone
        int firstShift = reach - sharedRanks[first];
        for (int i = 0; i < size; i++) {
            byCell[i] = firstPart * byDistance[ranks[from + i] + firstShift];
        }
        for (int j = first + 1; j < shared; j++) {
            double part = parts[j];
            int shift = reach - sharedRanks[j];
            for (int i = 0; i < size; i++) {
                byCell[i] += part * byDistance[ranks[from + i] + shift];
            }
        }
    }

    private void sweepFactors(int[] ranks, int from, int size) {
        for (int j = firstShared[voters]; j < shared; j++) {
            partsByRank[sharedRanks[j]] += parts[j];
        }
        int greatest = 0;
        for (int i = 0; i < size; i++) {
            greatest = Math.max(greatest, ranks[from + i]);
        }
        sweep(greatest);
        for (int i = 0; i < size; i++) {
            factors[i] = partsTimesCloseness[ranks[from + i]];
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
            partsTimesCloseness[rank] += before * (near + far) / 2;
            near = (near + partsByRank[rank]) * nearLeft;
            far = (far + partsByRank[rank]) * farLeft;
        }
    }

    private void ensureCapacity(int size, int moreShared) {
        if (voters + 2 > firstShared.length) {
            firstShared = Arrays.copyOf(firstShared, 2 * firstShared.length);
        }
        if (shared + moreShared > parts.length) {
            int capacity = 2 * (shared + moreShared);
            indexes = Arrays.copyOf(indexes, capacity);
            sharedRanks = Arrays.copyOf(sharedRanks, capacity);
            parts = Arrays.copyOf(parts, capacity);
        }
        if (size > reach) {
            reach = 2 * size;
            closeness = closenessWithin(reach);
            factors = new double[reach];
            partsByRank = new double[reach];
            partsTimesCloseness = new double[reach];
        }
    }

    private double[] closenessWithin(int distances) {
        double[] byDifference = new double[2 * distances];
        for (int i = 0; i < byDifference.length; i++) {
            int distance = Math.abs(i - distances);
            byDifference[i] =
                    (Math.exp(-proximity * distance) + Math.exp(-proximity * distance / SLOW_DECAY_FACTOR)) / 2;
            byDifference[i] *= i < distances ? before : 1;
        }
        return byDifference;
    }

    /** The unit of the votes, as {@link MatrixView#exponent}. */
    int unit() {
        return unit;
    }

    /** The sums of the votes, in their unit. */
    Tally tally() {
        return tally;
    }

    /** Whether the vote at a place is that of a neighbor with a positive affinity. */
    boolean isSupport(int place) {
        return place < ownPlace && RowBuffer.weightOf(rows.cell(place)) > 0;
    }

    /** The number of neighbors with a positive affinity to an item. */
    int supporters(int item) {
        int supporters = 0;
        for (int vote = tally.latest(item); vote >= 0; vote = tally.earlier(vote)) {
            supporters += isSupport(vote) ? 1 : 0;
        }
        return supporters;
    }

    /**
     * Adds up what each item of the query gives to the score of an item, over all votes for it.
     *
     * @param sums by index in the query, from {@code first} on
     * @param neighbors by index in the query: how many of them voted because of it
     * @param ownParts by index in the query: what the own history gives, which is in the sums, too
     */
    void addParts(int item, double[] sums, int first, int[] neighbors, double[] ownParts) {
        for (int vote = tally.latest(item); vote >= 0; vote = tally.earlier(vote)) {
            boolean own = vote >= ownPlace;
            double weight = RowBuffer.weightOf(own ? ownCells[vote - ownPlace] : rows.cell(vote));
            int shift = reach + (own ? ownRanks[vote - ownPlace] : rows.rank(vote));
            int voter = tally.voter(vote);
            for (int j = firstShared[voter]; j < firstShared[voter + 1]; j++) {
                int index = indexes[j];
                double part = parts[j] * closeness[shift - sharedRanks[j]] * weight;
                sums[first + index] += part;
                if (own) {
                    ownParts[index] += part;
                } else {
                    neighbors[index]++;
                }
            }
        }
    }
}
