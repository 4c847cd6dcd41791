package dev.kindred.recommend;

import dev.kindred.matrix.MatrixView;
import dev.kindred.model.UserKey;
import dev.kindred.vector.UserVector;
import java.util.function.IntPredicate;

/**
 * Whether an item that others touched may be on a list without giving one of them away.
 *
 * <p>A session is a question that anybody may ask, with any items. An item on its list needs enough similar users who have it.
 * The list of a user is for that user: there an item needs enough users in all. A user's own items need nobody.
 *
 * @param least how many users are enough, positive
 */
record Support(int least) {

    /**
     * Whether enough users stand behind an item.
     *
     * @param userKey the key of the requesting user, or {@link UserKey#NONE} for a session
     * @param isVoteOfOthers whether the vote at a place of the tally is that of another user who likes the item
     */
    boolean admits(
            int item, long userKey, UserVector vector, MatrixView view, Tally tally, IntPredicate isVoteOfOthers) {
        return (userKey != UserKey.NONE && view.users(item) >= least)
                || tally.hasVotes(item, least, isVoteOfOthers)
                || vector.indexOf(item) >= 0;
    }
}
