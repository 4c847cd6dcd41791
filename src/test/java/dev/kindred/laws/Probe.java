package dev.kindred.laws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.model.Interaction;
import dev.kindred.model.InteractionType;
import dev.kindred.model.Recommendations;
import dev.kindred.model.RecommendedItem;
import dev.kindred.model.Strategy;
import dev.kindred.testing.Deployment;
import dev.kindred.testing.TopicTail;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Requests the lists of all users from a running deployment and compares them with those of the core.
 *
 * <p>A list is only computed for an event, and an event changes what it asks about. So every user gets an event on an
 * item that nobody else has, of a strength too small to be seen: it scales all of the user's interests alike, which a
 * cosine does not see, and it moves no neighbor. That is why users can be asked in any order, and again. The version of
 * the vector in the list tells how many events made it.
 */
final class Probe {

    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final double STRENGTH = 1e-9;
    private static final double TOLERANCE = 1e-4; // relative; scores travel as floats
    private static final int PATIENCE = 20; // rounds

    private final Deployment deployment;
    private final Core core;
    private final long timestampMs;
    private final Map<String, Map<String, RecommendedItem>> expected = new HashMap<>(); // by user and item
    private final Map<String, List<RecommendedItem>> expectedOrder = new HashMap<>();
    private final Map<String, Long> versions = new HashMap<>(); // after the probes so far

    /** @param events that the deployment was sent */
    Probe(Deployment deployment, Collection<Interaction> events) {
        this.deployment = deployment;
        this.core = new Core(deployment.config());
        this.timestampMs =
                events.stream().mapToLong(Interaction::timestampMs).max().orElseThrow();
        core.learnAll(events);
        core.users().forEach(user -> versions.put(user, core.version(user)));
        core.learnAll(round("core"));
        for (Interaction probe : round("core")) {
            List<RecommendedItem> list = core.list(probe);
            expectedOrder.put(probe.userId(), list);
            expected.put(
                    probe.userId(), list.stream().collect(Collectors.toMap(RecommendedItem::itemId, item -> item)));
        }
    }

    private List<Interaction> round(String name) {
        return core.users().stream().map(user -> probe(user, name)).toList();
    }

    private Interaction probe(String user, String round) {
        return new Interaction(
                Optional.of("probe-" + round + "-" + user),
                user,
                "probe-" + user,
                InteractionType.CLICK,
                timestampMs,
                STRENGTH);
    }

    /** Law: at the first question all lists are the core's. */
    void assertListsAreTheCores() {
        assertThat(ask("first")).isEmpty();
    }

    /** Law: as soon as all cells have reached all instances, all lists are the core's. */
    void assertListsBecomeTheCores() {
        String difference = ask("0");
        for (int round = 1; !difference.isEmpty() && round < PATIENCE; round++) {
            difference = ask(String.valueOf(round));
        }
        assertThat(difference).isEmpty();
    }

    /** Returns the first difference in words; empty if there is none. */
    private String ask(String round) {
        versions.replaceAll((user, version) -> version + 1);
        try (TopicTail<String, Recommendations> lists = deployment.lists()) {
            int before = lists.readToEnd().records().size();
            deployment.send(round(round));
            lists.awaitCount(before + versions.size(), DEADLINE);
            return lists.records().subList(before, lists.records().size()).stream()
                    .map(list -> difference(list.value()))
                    .filter(difference -> !difference.isEmpty())
                    .findFirst()
                    .orElse("");
        }
    }

    private String difference(Recommendations list) {
        String user = list.userId();
        if (list.vectorVersion() != versions.getOrDefault(user, 0L)) {
            return user + " has " + list.vectorVersion() + " events instead of " + versions.get(user);
        }
        List<RecommendedItem> best = expectedOrder.getOrDefault(user, List.of());
        int length = Math.min(deployment.config().modelSettings().recommend().size(), best.size());
        if (list.items().size() != length) {
            return user + " has " + list.items().size() + " items instead of " + length;
        }
        for (int place = 0; place < length; place++) {
            RecommendedItem item = list.items().get(place);
            if (!isAsExpected(user, item, best.get(place))) {
                return user + " has " + item + " instead of " + best.get(place);
            }
        }
        return "";
    }

    /** Items whose scores differ by rounding alone may change places. */
    private boolean isAsExpected(String user, RecommendedItem item, RecommendedItem atItsPlace) {
        RecommendedItem same = expected.getOrDefault(user, Map.of()).get(item.itemId());
        return same != null
                && item.rank() == atItsPlace.rank()
                && item.strategy() == same.strategy()
                && item.strategy() == Strategy.USER_BASED
                && isNear(item.score(), same.score())
                && isNear(item.score(), atItsPlace.score());
    }

    private static boolean isNear(double score, double other) {
        return Math.abs(score - other) <= TOLERANCE * Math.abs(other);
    }
}
