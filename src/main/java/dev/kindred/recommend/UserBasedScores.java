package dev.kindred.recommend;

import dev.kindred.math.TopK;
import dev.kindred.matrix.MatrixView;
import dev.kindred.similarity.Neighbors;
import dev.kindred.vector.UserVector;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The scores of user-based collaborative filtering: for every item, the sum of the {@linkplain Votes votes} of neighbors and of
 * the own history. Lists of one refresh may share them: they are computed once. Not thread safe: one per thread; valid until
 * the next computation.
 */
final class UserBasedScores {

    private final double ownHistory;
    private final Votes votes;

    // what they are of, compared by identity
    private @Nullable UserVector vector;
    private @Nullable Neighbors neighbors;
    private long search;

    /** Scores nothing yet. */
    UserBasedScores(RecommendSettings settings) {
        this.ownHistory = settings.ownHistory();
        this.votes = new Votes(settings.proximity(), settings.recency());
    }

    /**
     * Computes the scores, unless they are of this very vector and search already. Items of a row that is newer than the view,
     * which the view does not know, have none.
     *
     * @param found the neighbors of the vector, found in {@code view}
     */
    void compute(UserVector ofVector, Neighbors found, MatrixView view) {
        if (ofVector != vector || found != neighbors || found.search() != search) {
            vector = ofVector;
            neighbors = found;
            search = found.search();
            computeAnew(ofVector, found, view);
        }
    }

    private void computeAnew(UserVector ofVector, Neighbors found, MatrixView view) {
        votes.begin(found, ofVector, itemBound(ofVector, view));
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

    /** Offers all items with a positive score that a filter accepts; it is asked only for those that beat the threshold. */
    void offerTo(TopK top, IntPredicate accepts) { // a score that has faded to 0 as a float orders nothing
        Tally tally = votes.tally();
        int items = tally.size();
        for (int i = 0; i < items; i++) {
            int item = tally.item(i);
            double score = tally.sum(item);
            if ((float) score > 0 && (float) score >= top.threshold() && accepts.test(item)) {
                top.offer(item, score);
            }
        }
    }

    /** The score of an item, in weights of the view. */
    double score(int item) {
        return votes.tally().sum(item);
    }

    /** The votes behind the scores. */
    Votes votes() {
        return votes;
    }
}
