package dev.kindred.recommend;

import dev.kindred.math.DenseRanks;
import dev.kindred.math.Shortlist;
import dev.kindred.matrix.ColumnBuffer;
import dev.kindred.matrix.MatrixView;
import dev.kindred.matrix.RowBuffer;
import dev.kindred.model.ItemDictionary;
import dev.kindred.vector.UserVector;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Scores items by what others touched right after the items that the user touched last.
 *
 * <pre>
 * score(i) = sum over voters v of u(v) · sum over shared items j of g(j) · f(rank(i) − rank(j))
 * u(v)     = sum over shared items j of g(j)
 * g(j)     = ln(1 + N/n_j) / (1 + age(j))
 * f(d)     = e^(−(d − 1)/2) after the shared item, 1/5 of it before, 1/2 in the same second
 * </pre>
 *
 * <p>A rank is the place in the order of last touch in the voter's own history, an age that in the user's, from the latest
 * on. The voters are the audiences of the user's {@value #LATEST} latest liked items, at most {@value #VOTERS}, the most recent of
 * the latest item first. An item that a voter dislikes gets a negative vote. There is no cosine: a long history of a voter
 * counts no less than a short one.
 *
 * <p>Sources: sequential rules and V-SKNN in Ludewig and Jannach, <em>Evaluation of session-based recommendation
 * algorithms</em> (2018); STAN in Garg et al., <em>Sequence and Time Aware Neighborhood for Session-based
 * Recommendations</em>, SIGIR 2019. The form is our own. Because people return to items, an own item has
 * {@code 3 · ownHistory · √(interest / greatest interest)} of what all voters give to their shared items.
 *
 * <p>Not thread safe: one per thread. Scores are valid until the next call.
 */
final class SequenceBased {

    private static final int LATEST = 5;
    private static final int VOTERS = 500;
    private static final double LEFT = Math.exp(-0.5); // of a vote, after one more rank
    private static final double BEFORE = 0.2;
    private static final double SAME = 0.5;
    private static final double OWN = 3;

    private final double ownHistory;
    private final Support support;
    private final ItemDictionary dictionary;
    private final DenseRanks byTime = new DenseRanks();
    private final ColumnBuffer column = new ColumnBuffer();
    private final IntOpenHashSet read = new IntOpenHashSet(); // slots whose row was read
    private final RowBuffer rows = RowBuffer.withoutTypes(); // of the voters
    private final Tally tally = new Tally();

    private double[] weights = new double[1024]; // by item: g of the user's items; 0 between computations
    private long[] touchedMs = new long[16]; // by position in the vector
    private int[] ages = new int[16];
    private long[] ownCells = new long[16];
    private double[] ownAmounts = new double[16];
    private IntPredicate supported = item -> false;
    private int ownPlace; // where the votes of the own history begin

    private final int[] firstShared = new int[VOTERS + 1]; // by voter: where its shared items begin
    private int shared;
    private int[] sharedPlaces = new int[256]; // in the rows
    private double[] parts = new double[256]; // u(v) · g(j)
    private double[] factors = new double[256]; // scratch, by cell of a row: vote by weight
    private double[] byRank = new double[256]; // scratch: the parts of the shared items; 0 between voters
    private double[] votes = new double[256]; // scratch, by rank: what each item of the rank is given

    /**
     * A strategy.
     *
     * @param ownHistory the weight of the user's own items, not negative; 0 leaves them out
     * @param minimumSupport how many users must stand behind an item, see {@link Support}, and behind its parts
     */
    SequenceBased(double ownHistory, int minimumSupport, ItemDictionary dictionary) {
        this.ownHistory = ownHistory;
        this.support = new Support(minimumSupport);
        this.dictionary = dictionary;
    }

    /** Scores the items of the histories of others. */
    void score(long userKey, UserVector vector, MatrixView view) {
        IntPredicate isVoteOfOthers = this::isVoteOfOthers;
        supported = item -> support.admits(item, userKey, vector, view, tally, isVoteOfOthers);
        weigh(vector, view);
        readVoters(userKey, vector, view);
        ownPlace = rows.rows() == 0 ? 0 : rows.end(rows.rows() - 1);
        tally.begin(UserBasedScores.itemBound(vector, view), ownPlace + vector.size());
        shared = 0;
        double total = 0;
        for (int voter = 0; voter < rows.rows(); voter++) {
            total += vote(voter);
        }
        if (ownHistory > 0) {
            addOwn(vector, OWN * ownHistory * (total > 0 ? total : 1));
        }
        for (int i = 0; i < vector.size(); i++) {
            weights[vector.item(i)] = 0;
        }
    }

    private void weigh(UserVector vector, MatrixView view) {
        int size = vector.size();
        if (size > ages.length) {
            touchedMs = new long[2 * size];
            ages = new int[2 * size];
            ownCells = new long[2 * size];
            ownAmounts = new double[2 * size];
        }
        int bound = UserBasedScores.itemBound(vector, view);
        if (bound > weights.length) {
            weights = new double[2 * bound];
        }
        for (int i = 0; i < size; i++) {
            touchedMs[i] = vector.touchedMs(i);
        }
        int distinct = byTime.rank(touchedMs, size, ages, 0);
        for (int i = 0; i < size; i++) {
            ages[i] = distinct - 1 - ages[i];
            int item = vector.item(i);
            weights[item] = vector.interest(i) > 0 ? view.inverseUserFrequency(item) / (1 + ages[i]) : 0;
        }
    }

    private void readVoters(long userKey, UserVector vector, MatrixView view) {
        rows.clear();
        read.clear();
        int at = latest(vector, -1);
        for (int count = 0; count < LATEST && at >= 0; count++) {
            view.readColumn(vector.item(at), column);
            for (int i = column.size() - 1; i >= 0 && rows.rows() < VOTERS; i--) {
                if (read.add(column.slot(i))) {
                    readVoter(column.slot(i), userKey, view);
                }
            }
            at = latest(vector, at);
        }
    }

    private void readVoter(int slot, long userKey, MatrixView view) {
        view.readRow(slot, rows);
        int row = rows.rows() - 1;
        if (rows.size(row) == 0 || rows.key(row) == userKey) {
            rows.removeLast();
        }
    }

    /** The position of the latest liked item that comes after another one in the order of age, then id; negative if there is none. */
    private int latest(UserVector vector, int after) {
        int best = -1;
        for (int i = 0; i < vector.size(); i++) {
            boolean isLeft = weights[vector.item(i)] > 0 && (after < 0 || compare(vector, after, i) < 0);
            if (isLeft && (best < 0 || compare(vector, i, best) < 0)) {
                best = i;
            }
        }
        return best;
    }

    private int compare(UserVector vector, int at, int other) {
        return ages[at] != ages[other]
                ? Integer.compare(ages[at], ages[other])
                : dictionary.compareIds(vector.item(at), vector.item(other));
    }

    /** Adds the votes of a voter, and returns what it gives to its shared items: u squared. */
    private double vote(int voter) {
        int start = rows.start(voter);
        int size = rows.size(voter);
        ensureCapacity(size);
        double strength = findShared(voter, start, size);
        int greatest = rows.rank(start + size - 1);
        for (int j = firstShared[voter]; j < shared; j++) {
            parts[j] *= strength;
            byRank[rows.rank(sharedPlaces[j])] += parts[j];
        }
        sweep(greatest);
        for (int i = 0; i < size; i++) {
            factors[i] = perWeight(votes[rows.rank(start + i)], rows.weight(start + i));
        }
        for (int j = firstShared[voter]; j < shared; j++) { // an item is not its own successor
            int place = sharedPlaces[j];
            factors[place - start] -= perWeight(SAME * parts[j], rows.weight(place));
        }
        tally.add(voter, rows.cells(), start, size, factors, start);
        Arrays.fill(byRank, 0, greatest + 1, 0);
        return strength * strength;
    }

    /** A vote counts by the sign of the weight alone. */
    private static double perWeight(double vote, float weight) {
        return weight == 0 ? 0 : vote / Math.abs(weight);
    }

    private double findShared(int voter, int start, int size) {
        firstShared[voter] = shared;
        double strength = 0;
        for (int place = start; place < start + size; place++) {
            int item = rows.item(place);
            double weight = item < weights.length && rows.weight(place) > 0 ? weights[item] : 0;
            if (weight > 0) {
                sharedPlaces[shared] = place;
                parts[shared++] = weight;
                strength += weight;
            }
        }
        firstShared[voter + 1] = shared;
        return strength;
    }

    private void sweep(int greatest) {
        double fading = 0;
        for (int rank = 0; rank <= greatest; rank++) {
            votes[rank] = fading + SAME * byRank[rank];
            fading = fading * LEFT + byRank[rank];
        }
        fading = 0;
        for (int rank = greatest; rank >= 0; rank--) {
            votes[rank] += BEFORE * fading;
            fading = fading * LEFT + byRank[rank];
        }
    }

    private void addOwn(UserVector vector, double amount) {
        double greatest = vector.leastInterest(1);
        for (int i = 0; i < vector.size(); i++) {
            double interest = Math.max(0, vector.interest(i));
            ownCells[i] = RowBuffer.cell(vector.item(i), 1);
            ownAmounts[i] = interest > 0 ? amount * Math.sqrt(interest / greatest) : 0;
        }
        tally.add(rows.rows(), ownCells, 0, vector.size(), ownAmounts, ownPlace);
    }

    private void ensureCapacity(int size) {
        if (size > factors.length) {
            factors = new double[2 * size];
            byRank = new double[2 * size];
            votes = new double[2 * size];
        }
        if (shared + size > parts.length) {
            sharedPlaces = Arrays.copyOf(sharedPlaces, 2 * (shared + size));
            parts = Arrays.copyOf(parts, sharedPlaces.length);
        }
    }

    /** The score of an item, by number below the bound of vector and view; 0 for an item without votes. */
    double score(int item) {
        return tally.sum(item);
    }

    /** Selects the best items that have a positive score and enough {@link Support}, see {@link Shortlist#select}. */
    int select(int limit, IntPredicate accepts, Shortlist into) {
        tally.copyTo(into);
        return into.select(limit, dictionary::compareIds, item -> supported.test(item) && accepts.test(item));
    }

    private boolean isVoteOfOthers(int place) {
        return place < ownPlace && rows.weight(place) > 0;
    }

    /** Receives the part of one of the user's own items in a score. */
    interface PartConsumer {

        void accept(int ownItem, double amount);
    }

    /**
     * Passes on the parts of the user's own items in the score of an item; they add up to it. Without enough voters, it passes
     * on the user's own vote only.
     */
    void forEachPart(int item, PartConsumer consumer) {
        boolean isSupported = support.least() == 1 || tally.hasVotes(item, support.least(), this::isVoteOfOthers);
        for (int vote = tally.latest(item); vote >= 0; vote = tally.earlier(vote)) {
            int voter = tally.voter(vote);
            if (voter == rows.rows()) {
                consumer.accept(item, ownAmounts[vote - ownPlace]);
                continue;
            }
            double sign = Math.signum(rows.weight(vote));
            for (int j = firstShared[voter]; isSupported && j < firstShared[voter + 1]; j++) {
                int place = sharedPlaces[j];
                if (place != vote) {
                    consumer.accept(rows.item(place), sign * parts[j] * closeness(rows.rank(vote) - rows.rank(place)));
                }
            }
        }
    }

    private static double closeness(int distance) {
        if (distance == 0) {
            return SAME;
        }
        return distance > 0 ? Math.pow(LEFT, distance - 1.0) : BEFORE * Math.pow(LEFT, -distance - 1.0);
    }
}
