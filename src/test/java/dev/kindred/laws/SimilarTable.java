package dev.kindred.laws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.model.Interaction;
import dev.kindred.model.SimilarItem;
import dev.kindred.model.SimilarItemLists;
import dev.kindred.testing.Deployment;
import dev.kindred.testing.TopicTail;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Compares what a deployment has published of similar items with the core's. */
final class SimilarTable {

    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final double TOLERANCE = 0.011; // a digit more or less in the last of three

    private static final SimilarItemLists NOTHING = new SimilarItemLists("", 0, List.of(), List.of());

    private SimilarTable() {}

    /**
     * Law: as soon as all has been looked at once more, every item has the core's lists; and no record of an item says what
     * the one before it said.
     *
     * @param events that the deployment was sent, all of them processed
     */
    static void assertBecomesTheCores(Deployment deployment, Collection<Interaction> events) {
        Core core = new Core(deployment.config());
        core.learnAll(events);
        Map<String, SimilarItemLists> expected = core.similarItems();
        try (TopicTail<String, SimilarItemLists> records = deployment.similarItems()) {
            records.await("the core's lists", read -> isAlike(table(read), expected), DEADLINE);
            records.readToEnd();

            assertThat(isAlike(table(records.records()), expected)).isTrue();
        }
    }

    /** The last record of each item, by item; those that are gone are left out. */
    private static Map<String, SimilarItemLists> table(List<ConsumerRecord<String, SimilarItemLists>> records) {
        Map<String, SimilarItemLists> table = new HashMap<>();
        for (ConsumerRecord<String, SimilarItemLists> record : records) {
            String item = record.key();
            SimilarItemLists now = Objects.requireNonNullElse(record.value(), NOTHING);
            SimilarItemLists before = table.getOrDefault(item, NOTHING);
            assertThat(content(before)).as("of %s before", item).isNotEqualTo(content(now));
            table.put(item, now);
        }
        table.values().removeIf(SimilarItemLists::isEmpty);
        return table;
    }

    /** What consumers see, beside the time. */
    private static List<List<SimilarItem>> content(SimilarItemLists item) {
        return List.of(item.similar(), item.boughtTogether());
    }

    private static boolean isAlike(Map<String, SimilarItemLists> table, Map<String, SimilarItemLists> expected) {
        return table.keySet().equals(expected.keySet())
                && table.values().stream().allMatch(item -> {
                    SimilarItemLists same = expected.getOrDefault(item.itemId(), NOTHING);
                    return isAlike(item.similar(), same.similar())
                            && isAlike(item.boughtTogether(), same.boughtTogether());
                });
    }

    /** Place by place: items whose similarities differ by rounding alone may change places. */
    private static boolean isAlike(List<SimilarItem> items, List<SimilarItem> expected) {
        if (items.size() != expected.size()) {
            return false;
        }
        for (int place = 0; place < items.size(); place++) {
            double wanted = expected.get(place).similarity();
            if (Math.abs(items.get(place).similarity() - wanted) > TOLERANCE * wanted) {
                return false;
            }
        }
        return true;
    }
}
