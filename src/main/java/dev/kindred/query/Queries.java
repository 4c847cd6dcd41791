package dev.kindred.query;

import dev.kindred.model.Interaction;
import dev.kindred.model.Item;
import dev.kindred.model.SimilarItem;
import dev.kindred.profile.Segments;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What can be asked of a running application. Safe for many threads; nothing is stored.
 *
 * <p>Every question may fail with a {@link QueryException.NotReady} or a {@link QueryException.Busy}: ask again later.
 */
public interface Queries {

    /**
     * A user's list, computed now from the user's vector. The item at hand is the one touched last.
     *
     * @throws QueryException.UnknownUser if the user has no vector
     */
    CurrentList recommendations(String userId, ScenarioQuestion question);

    /**
     * The list for a session of an unknown user. The item at hand is that of the last event.
     *
     * @param session the events, in any order; items that are not known are ignored
     */
    CurrentList recommendations(List<Interaction> session, ScenarioQuestion question);

    /**
     * What is known of a user, as of now.
     *
     * @throws QueryException.UnknownUser if the user has no vector
     */
    Profile profile(String userId);

    /** The segments, as they are defined now. */
    Segments segments();

    /**
     * Some members of a segment, as it is defined and as its members are now. Who is a member from the first page to the
     * last is on exactly one of them.
     *
     * @param segment its name
     * @param from where the page begins; every instance has users of its own, and only that one answers which has the
     *     partition of the cursor
     * @param limit how many members at most, positive
     * @throws QueryException.UnknownSegment if there is no such segment
     * @throws QueryException.InvalidCursor if there is no such place
     */
    MemberPage members(String segment, MemberCursor from, int limit);

    /**
     * Those most similar to a user, most similar first, as many as lists are drawn from.
     *
     * @param limit how many of them at most, positive
     * @throws QueryException.UnknownUser if the user has no vector
     */
    List<SimilarUser> neighbors(String userId, int limit);

    /**
     * What the shop says of an item.
     *
     * @throws QueryException.UnknownItem if the catalog does not have it
     */
    Item item(String itemId);

    /**
     * The items that are described most like one, most alike first.
     *
     * @param limit how many of them at most, positive
     * @throws QueryException.UnknownItem if the catalog does not have the item
     */
    List<SimilarItem> alikeItems(String itemId, int limit);

    /**
     * The items most similar to one, most similar first. They may be a little behind the matrix, as the setting
     * {@code similar.items.staleness} allows.
     *
     * @param limit how many of them at most, positive
     * @throws QueryException.UnknownItem if nobody is remembered to have touched the item
     */
    List<SimilarItem> similarItems(String itemId, int limit);

    /**
     * The items most often bought by those who bought one: similar items by purchases alone, most similar first. None if
     * nobody bought the item.
     *
     * @param limit how many of them at most, positive
     * @throws QueryException.UnknownItem if nobody is remembered to have touched the item
     */
    List<SimilarItem> boughtTogether(String itemId, int limit);

    /**
     * The most popular items, most popular first. The value is the number of users, each fading since the last touch.
     *
     * @param limit how many of them at most, positive
     * @param category that they are in, or below it; all items count where there is none
     */
    List<ListedItem> popularItems(int limit, Optional<String> category);

    /**
     * The items that many people touch just now, most of them first. Those whose users have all but faded away are left
     * out. The value is the number of users, each fading fast since the last touch.
     *
     * @param limit how many of them at most, positive
     * @param category that they are in, or below it; all items count where there is none
     */
    List<ListedItem> trendingItems(int limit, Optional<String> category);

    /** The place of an item among all {@link #trendingItems}, from 1; empty if it is not one of them. */
    OptionalInt trendPosition(String itemId);

    /**
     * The items that the shop began to sell last, newest first. Those of which that is not known are left out. The
     * value is the beginning of the sale in epoch milliseconds.
     *
     * @param limit how many of them at most, positive
     * @param category that they are in, or below it; all items count where there is none
     * @param nowMs the time of asking, in epoch milliseconds: what is to be sold later is left out
     */
    List<ListedItem> recentItems(int limit, Optional<String> category, long nowMs);
}
