package dev.kindred.recommend;

import dev.kindred.math.Accumulator;
import dev.kindred.matrix.MatrixView;
import dev.kindred.similarity.Neighbors;
import dev.kindred.vector.UserVector;

/**
 * What user-based collaborative filtering says of every item: the sum of the {@linkplain Votes votes} of neighbors and of
 * the own history. Not thread safe: one per thread; valid until the next computation.
 */
final class UserBasedScores {

    private final double ownHistory;
    private final Votes votes;
    private final Accumulator scores = new Accumulator(); // by item

    /** Scores nothing yet. */
    UserBasedScores(RecommendSettings settings) {
        this.ownHistory = settings.ownHistory();
        this.votes = new Votes(settings.proximity(), settings.recency());
    }

    /**
     * Computes the scores anew.
     *
     * @param itemBound all items that can be recommended are below; those of a row that is newer than the view may not be
     */
    void compute(UserVector vector, Neighbors neighbors, MatrixView view, int itemBound) {
        scores.clear();
        scores.ensureCapacity(itemBound);
        collectVotes(vector, neighbors, view);
        for (int place = 0; place < votes.places(); place++) {
            int item = votes.item(place);
            if (item < itemBound) {
                scores.add(item, votes.vote(place));
            }
        }
    }

    private void collectVotes(UserVector vector, Neighbors neighbors, MatrixView view) {
        votes.clear();
        for (int n = 0; n < neighbors.size(); n++) {
            votes.add(neighbors, n);
        }
        if (ownHistory > 0) {
            votes.addOwn(vector, neighbors.query(), view, ownHistory);
        }
    }

    /** How many items have a score. */
    int size() {
        return scores.size();
    }

    /** The item at a position in [0, size), by number. */
    int item(int position) {
        return scores.id(position);
    }

    /** The score of an item, in weights of the view. */
    double score(int item) {
        return scores.sum(item);
    }

    /** What the scores are made of. */
    Votes votes() {
        return votes;
    }
}
