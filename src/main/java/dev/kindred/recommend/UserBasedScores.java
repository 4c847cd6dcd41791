package dev.kindred.recommend;

import dev.kindred.math.Accumulator;
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
    private final Accumulator scores = new Accumulator(); // by item

    // what they are of, compared by identity; a view is taken for one refresh
    private @Nullable UserVector vector;
    private long version;
    private @Nullable MatrixView view;

    /** Scores nothing yet. */
    UserBasedScores(RecommendSettings settings) {
        this.ownHistory = settings.ownHistory();
        this.votes = new Votes(settings.proximity(), settings.recency());
    }

    /**
     * Computes the scores, unless they are of this very vector and view already. Items of a row that is newer than the view,
     * which the view does not know, have none.
     *
     * @param neighbors of the vector, found in {@code view}
     */
    void compute(UserVector ofVector, Neighbors neighbors, MatrixView ofView) {
        if (ofView != view || ofVector != vector || ofVector.version() != version) {
            vector = ofVector;
            version = ofVector.version();
            view = ofView;
            computeAnew(ofVector, neighbors, ofView);
        }
    }

    private void computeAnew(UserVector ofVector, Neighbors neighbors, MatrixView ofView) {
        int itemBound = itemBound(ofVector, ofView);
        scores.clear();
        scores.ensureCapacity(itemBound);
        collectVotes(ofVector, neighbors, ofView);
        for (int place = 0; place < votes.places(); place++) {
            int item = votes.item(place);
            if (item < itemBound) {
                scores.add(item, votes.vote(place));
            }
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

    private void collectVotes(UserVector ofVector, Neighbors neighbors, MatrixView ofView) {
        votes.clear();
        for (int n = 0; n < neighbors.size(); n++) {
            votes.add(neighbors, n);
        }
        if (ownHistory > 0) {
            votes.addOwn(ofVector, neighbors.query(), ofView, ownHistory);
        }
    }

    /** Offers all items with a positive score that a filter accepts; it is asked only for those that beat the threshold. */
    void offerTo(TopK top, IntPredicate accepts) {
        for (int i = 0; i < scores.size(); i++) {
            int item = scores.id(i);
            double score = scores.sum(item);
            if (score > 0 && (float) score >= top.threshold() && accepts.test(item)) {
                top.offer(item, score);
            }
        }
    }

    /** The score of an item, in weights of the view. */
    double score(int item) {
        return scores.sum(item);
    }

    /** The votes behind the scores. */
    Votes votes() {
        return votes;
    }
}
