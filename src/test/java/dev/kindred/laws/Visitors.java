package dev.kindred.laws;

import dev.kindred.model.Interaction;
import dev.kindred.model.Merge;
import dev.kindred.model.Recommendations;
import dev.kindred.testing.TopicTail;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Users who did half of what they did under another id, before they signed in. */
final class Visitors {

    private Visitors() {}

    /** The same events, every other one under the id of a visitor. */
    static List<Interaction> of(List<Interaction> events) {
        return IntStream.range(0, events.size())
                .mapToObj(i -> i % 2 == 0 ? asVisitor(events.get(i)) : events.get(i))
                .toList();
    }

    private static Interaction asVisitor(Interaction event) {
        return new Interaction(
                event.eventId(),
                idOf(event.userId()),
                event.itemId(),
                event.type(),
                event.timestampMs(),
                event.strength());
    }

    /** Another id of a user. */
    static String idOf(String user) {
        return "visitor-" + user;
    }

    /** One merge for each user who was a visitor. */
    static List<Merge> merges(List<Interaction> events) {
        return IntStream.range(0, events.size())
                .filter(i -> i % 2 == 0)
                .mapToObj(i -> events.get(i).userId())
                .distinct()
                .map(user -> new Merge(idOf(user), user, 0))
                .toList();
    }

    /** Waits for the lists of merges and returns their number. Lists of events have the id of their event. */
    static int awaitMerges(TopicTail<String, Recommendations> lists, int count, Duration deadline) {
        lists.await("a list for every merge", read -> ofMerges(read) >= count, deadline);
        return ofMerges(lists.readToEnd().records());
    }

    private static int ofMerges(List<ConsumerRecord<String, Recommendations>> lists) {
        return (int) lists.stream()
                .filter(list ->
                        list.value() != null && list.value().triggerEventId().isEmpty())
                .count();
    }
}
