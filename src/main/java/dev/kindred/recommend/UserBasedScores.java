package dev.kindred.recommend;

import dev.kindred.math.Shortlist;
import dev.kindred.math.TopK;
import dev.kindred.matrix.MatrixView;
import dev.kindred.similarity.Neighbors;
import dev.kindred.vector.UserVector;
import it.unimi.dsi.fastutil.ints.IntComparator;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The scores of user-based collaborative filtering: for every item, the sum of the {@linkplain Votes votes} of neighbors and of
 * the own history. Lists of one refresh may share them: they are computed once. Not thread safe: one per thread; valid until
 * the next computation.
 */
final class UserBasedScores {

    private final double ownHistory;
    private final Support support;
    private final Votes votes;
    private IntPredicate supported = item -> false;

    // what they are of, compared by identity
    private @Nullable UserVector vector;
    private @Nullable Neighbors neighbors;
    private long search;
    private long computations;
    private double factor; // of scores by votes; 0 if all votes have faded to nothing

    /** Scores nothing yet. */
    UserBasedScores(RecommendSettings settings) {
        this.ownHistory = settings.ownHistory();
        this.support = new Support(settings.minimumSupport());
        this.votes = new Votes(settings.proximity(), settings.closenessBefore(), settings.recency());
    }

    /**
     * Computes the scores, unless they are of this very vector and search already. Items of a row that is newer than the view,
     * which the view does not know, have none.
     *
     * @param asOfMs the time to which scores are decayed: that of the user's newest touch
     * @param found the neighbors of the vector, found in {@code view}
     */
    void compute(UserVector ofVector, Neighbors found, MatrixView view, long asOfMs) {
        if (ofVector != vector || found != neighbors || found.search() != search) {
            computations++;
            vector = ofVector;
            neighbors = found;
            search = found.search();
            IntPredicate isSupport = votes::isSupport;
            supported = item -> support.admits(item, found.userKey(), ofVector, view, votes.tally(), isSupport);
            computeAnew(ofVector, found, view);
            factor = view.unitAt(asOfMs, votes.unit());
        }
    }

    private void computeAnew(UserVector ofVector, Neighbors found, MatrixView view) {
        int ownUnit = ownHistory > 0 ? view.exponentNear(ofVector.header().timeMs()) : Integer.MIN_VALUE / 2;
        votes.begin(found, ofVector, ownUnit, itemBound(ofVector, view));
        for (int n = 0; n < found.size(); n++) {
            votes.add(found, n);
        }
        if (ownHistory > 0) {
            votes.addOwn(ofVector, found.query(), view, ownHistory);
        }
    }

    /** All items of the vector and of the view are below. */
    static int itemBound(UserVector vector, MatrixView view) {
        int bound = view.items();
        for (int i = 0; i < vector.size(); i++) {
            bound = Math.max(bound, vector.item(i) + 1);
        }
        return bound;
    }

    /**
     * Offers all items with a positive score that have enough {@link Support} and that a filter accepts, see
     * {@link Tally#offerTo}. A score that has faded to nothing is none, but scores are ordered as they were before
     * they faded.
     */
    void offerTo(TopK top, IntPredicate accepts) {
        votes.tally().offerTo(top, item -> (float) score(item) > 0 && supported.test(item) && accepts.test(item));
    }

    /** Selects the best of the same items, see {@link Shortlist#select}. */
    int select(int limit, IntComparator ties, IntPredicate accepts, Shortlist into) {
        votes.tally().copyTo(into);
        return into.select(limit, ties, item -> (float) score(item) > 0 && supported.test(item) && accepts.test(item));
    }

    /** The same, by what fatigue leaves of the scores. */
    void offerTo(TopK top, IntPredicate accepts, Fatigue fatigue) {
        if (fatigue.isNone()) {
            offerTo(top, accepts);
            return;
        }
        Tally tally = votes.tally();
        for (int i = 0; i < tally.size(); i++) {
            int item = tally.item(i);
            float left = (float) (tally.sum(item) * fatigue.factor(item));
            if (left > 0 && (float) score(item) > 0 && supported.test(item) && accepts.test(item)) {
                top.offer(item, left);
            }
        }
    }

    /** The score of an item as of the user's time. */
    double score(int item) {
        return votes.tally().sum(item) * factor;
    }

    /** A number that changes when scores are computed anew. */
    long computation() {
        return computations;
    }

    /** The votes behind the scores. */
    Votes votes() {
        return votes;
    }
}
