package dev.kindred.query;

import dev.kindred.model.ErasureReceipt;
import dev.kindred.model.Interaction;
import dev.kindred.model.Item;
import dev.kindred.model.SimilarItem;
import dev.kindred.profile.Segments;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The queries of a running application. They change nothing. Safe for many threads.
 *
 * <p>Every query may throw {@link QueryException.NotReady} or {@link QueryException.Busy}: retry later. In every query,
 * {@code limit} is the greatest length of the answer and positive; {@code category} includes the categories below it,
 * and without one all items count.
 */
public interface Queries {

    /** The same queries without {@code privacy.minimum.support}, for administrators. */
    Queries unlimited();

    /**
     * A user's list, computed from the user's vector. The current item is the one touched last. A user without a required
     * consent, known or not, gets the list of a user without events; one without the consent of the scenario an empty list.
     *
     * @throws QueryException.UnknownUser if the user has no vector
     */
    CurrentList recommendations(String userId, ScenarioQuestion question);

    /**
     * The list for a session without a user. The current item is that of the last event.
     *
     * @param session the events, in any order; unknown items are ignored
     */
    CurrentList recommendations(List<Interaction> session, ScenarioQuestion question);

    /**
     * A user's profile, as of now.
     *
     * @throws QueryException.UnknownUser if the user has no vector
     */
    Profile profile(String userId);

    /** The records of a user beside the vector; of an unknown user nothing. */
    UserRecords records(String userId);

    /**
     * The receipt of a request to forget a user; empty if the request was not carried out yet, or its receipt is no
     * longer kept here.
     *
     * @param partition of the user; only the instance that has it can answer
     */
    Optional<ErasureReceipt> receipt(int partition, String requestId);

    /** The segments, as currently defined. */
    Segments segments();

    /**
     * A page of the members of a segment, as of now. A user who is a member from the first page to the last is on
     * exactly one of them.
     *
     * @param from where the page begins; only the instance that has the partition of the cursor can answer
     * @throws QueryException.UnknownSegment if there is no such segment
     * @throws QueryException.InvalidCursor if the cursor names no place in the store
     */
    MemberPage members(String segment, MemberCursor from, int limit);

    /**
     * The neighbors of a user from which lists are computed, most similar first.
     *
     * @throws QueryException.UnknownUser if the user has no vector
     */
    List<SimilarUser> neighbors(String userId, int limit);

    /**
     * An item of the catalog.
     *
     * @throws QueryException.UnknownItem if the catalog does not have it
     */
    Item item(String itemId);

    /**
     * The items with the most similar descriptions, most similar first.
     *
     * @throws QueryException.UnknownItem if the catalog does not have the item
     */
    List<SimilarItem> alikeItems(String itemId, int limit);

    /**
     * The items most similar to one, most similar first. They may be older than the matrix by {@code
     * similar.items.staleness}.
     *
     * @throws QueryException.UnknownItem if no user of the item is known
     */
    List<SimilarItem> similarItems(String itemId, int limit);

    /**
     * The items similar to one by purchases alone, most similar first. Empty if the item was never bought.
     *
     * @throws QueryException.UnknownItem if no user of the item is known
     */
    List<SimilarItem> boughtTogether(String itemId, int limit);

    /**
     * The most popular items that have enough users, most popular first. The value is the number of users, each decayed since the last touch.
     */
    List<ListedItem> popularItems(int limit, Optional<String> category);

    /**
     * The trending items that have enough users, greatest value first. The value is the number of users, each decayed quickly since the last
     * touch; items with a value near 0 are left out.
     */
    List<ListedItem> trendingItems(int limit, Optional<String> category);

    /** The rank of an item among all {@link #trendingItems}, from 1; empty if it is not one of them. */
    OptionalInt trendPosition(String itemId);

    /**
     * New arrivals, newest first. The value is when the item went on sale, in epoch milliseconds; items without it are
     * left out.
     *
     * @param nowMs the time of the query, in epoch milliseconds; items that go on sale later are left out
     */
    List<ListedItem> recentItems(int limit, Optional<String> category, long nowMs);

    /**
     * Items of the catalog, hidden ones too, that contain every word in their id, title, brand, categories or tags; the
     * most popular first.
     *
     * @param words separated by spaces; case does not matter; empty for all items
     * @param lacking what the items must lack; empty for all items
     */
    FoundItems findItems(String words, Optional<Gap> lacking, int limit);

    /** How complete the catalog is. */
    CatalogSummary catalogSummary();

    /**
     * A page of all users, as {@link #members} gives them.
     *
     * @throws QueryException.InvalidCursor if the cursor names no place in the store
     */
    MemberPage users(MemberCursor from, int limit);
}
