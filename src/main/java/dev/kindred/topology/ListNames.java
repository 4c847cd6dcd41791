package dev.kindred.topology;

import dev.kindred.feedback.FeedbackSettings;
import dev.kindred.feedback.ListIds;
import dev.kindred.feedback.ListOrigin;
import dev.kindred.model.ListIdentity;
import dev.kindred.model.RankedList;
import dev.kindred.model.RecommendedItem;
import dev.kindred.model.Strategy;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** Gives lists their ids where feedback is enabled. Safe for many threads. */
public final class ListNames {

    private final Optional<ListIds> ids;

    public ListNames(FeedbackSettings settings) {
        this.ids = settings.enabled() ? Optional.of(new ListIds(settings.hash())) : Optional.empty();
    }

    /**
     * The identity of a list.
     *
     * @param anonymous with its variant and propensity, and without an id
     * @param nowMs when the list was made, in epoch milliseconds
     */
    public ListIdentity of(String scenario, ListIdentity anonymous, RankedList list, long nowMs) {
        return ids.isEmpty()
                ? anonymous
                : named(
                        scenario,
                        anonymous,
                        IntStream.range(0, Math.min(list.size(), ListOrigin.POSITIONS))
                                .mapToObj(list::strategy)
                                .toList(),
                        nowMs);
    }

    /** The identity of a list of objects. */
    public ListIdentity of(String scenario, ListIdentity anonymous, List<RecommendedItem> items, long nowMs) {
        return ids.isEmpty()
                ? anonymous
                : named(
                        scenario,
                        anonymous,
                        items.stream()
                                .limit(ListOrigin.POSITIONS)
                                .map(RecommendedItem::strategy)
                                .toList(),
                        nowMs);
    }

    private ListIdentity named(String scenario, ListIdentity anonymous, List<Strategy> strategies, long nowMs) {
        OptionalDouble propensity = anonymous.propensity();
        ListOrigin origin = new ListOrigin(nowMs, scenario, anonymous.variant(), propensity, strategies);
        return new ListIdentity(
                ids.map(made -> made.make(origin, ThreadLocalRandom.current().nextInt())),
                anonymous.variant(),
                propensity);
    }
}
