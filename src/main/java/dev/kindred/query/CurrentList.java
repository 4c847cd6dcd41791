package dev.kindred.query;

import dev.kindred.model.ListIdentity;
import dev.kindred.model.RecommendedItem;
import dev.kindred.recommend.EmptyReason;
import java.util.List;
import java.util.Optional;

/**
 * A list as of now.
 *
 * @param items best first
 * @param asOfMs the time of the latest event in the user's or session's vector, in epoch milliseconds
 * @param vectorVersion the number of events in that vector
 * @param empty why the list is empty; absent if it is not
 * @param personal false for a user without consent: the list is the same for everybody, or empty
 * @param scenario the name of its scenario
 * @param identity how events name the list
 */
public record CurrentList(
        List<RecommendedItem> items,
        long asOfMs,
        long vectorVersion,
        Optional<EmptyReason> empty,
        boolean personal,
        String scenario,
        ListIdentity identity) {

    public CurrentList {
        items = List.copyOf(items);
    }

    /** A list by what is known of the user. */
    public CurrentList(
            List<RecommendedItem> items,
            long asOfMs,
            long vectorVersion,
            Optional<EmptyReason> empty,
            String scenario,
            ListIdentity identity) {
        this(items, asOfMs, vectorVersion, empty, true, scenario, identity);
    }

    /** The empty list of a user without the consent of the scenario. */
    static CurrentList refused(String scenario) {
        Optional<EmptyReason> reason = Optional.of(EmptyReason.CONSENT);
        return new CurrentList(List.of(), Long.MIN_VALUE, 0, reason, false, scenario, ListIdentity.NONE);
    }

    /** The same list for a user of whom it takes nothing into account. */
    CurrentList notPersonal() {
        return new CurrentList(items, asOfMs, vectorVersion, empty, false, scenario, identity);
    }
}
