package dev.kindred.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.model.Item;
import dev.kindred.model.ItemChange;
import dev.kindred.model.ItemDictionary;
import dev.kindred.testing.RandomTest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

final class CatalogWriterTest {

    private static final int PARTITIONS = 4;

    private record Sent(String itemId, Optional<Item> item, long timestampMs, int partition) {

        ItemChange change() {
            return new ItemChange(itemId, item);
        }
    }

    private static Sent put(String id, String title, long timestampMs, int partition) {
        return new Sent(id, Optional.of(Item.of(id, title, List.of())), timestampMs, partition);
    }

    /** The titles by id, and which of all items may be shown. */
    private static Map<String, String> catalogOf(List<Sent> records) {
        ItemDictionary dictionary = new ItemDictionary();
        Catalog catalog = new Catalog(dictionary);
        CatalogWriter writer = new CatalogWriter(catalog, dictionary);
        records.forEach(record -> writer.apply(record.change(), record.timestampMs(), record.partition()));
        Map<String, String> titles = new TreeMap<>();
        records.forEach(record -> titles.put(
                record.itemId(),
                catalog.find(record.itemId()).map(Item::title).orElse("none")
                        + (catalog.isShown(dictionary.numberOf(record.itemId())) ? "" : ", not shown")));
        return titles;
    }

    @Test
    void takesTheLatestRecordOfSeveralPartitions() {
        List<Sent> records = List.of(
                put("cup", "new", 20, 1),
                put("cup", "old", 10, 0),
                put("pot", "old", 10, 0),
                new Sent("pot", Optional.of(Item.withdrawn("pot")), 20, 1),
                new Sent("jug", Optional.empty(), 20, 2),
                put("jug", "old", 10, 0));

        assertThat(catalogOf(records)).hasToString("{cup=new, jug=none, not shown, pot=none, not shown}");
    }

    /** A clock that went back does not revive what its producer has replaced. */
    @Test
    void takesTheLastRecordOfEachPartitionWhateverItsTime() {
        assertThat(catalogOf(List.of(put("cup", "first", 20, 1), put("cup", "second", 10, 1))))
                .hasToString("{cup=second}");
        assertThat(catalogOf(
                        List.of(put("cup", "first", 20, 1), put("cup", "other", 15, 0), put("cup", "second", 10, 1))))
                .hasToString("{cup=other}");
    }

    /** Law: any mix of partitioners gives the same catalog, however partitions are read, compacted or not. */
    @RandomTest
    void givesEveryInstanceTheSameCatalog(RandomGenerator random) {
        List<Sent> sent = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            String id = "item-" + random.nextInt(10);
            int kind = random.nextInt(5);
            Optional<Item> item = kind == 0
                    ? Optional.empty()
                    : Optional.of(kind == 1 ? Item.withdrawn(id) : Item.of(id, "title-" + i, List.of()));
            sent.add(new Sent(id, item, i / 3 + random.nextInt(5), random.nextInt(PARTITIONS)));
        }

        Map<String, String> running = catalogOf(sent);

        assertThat(running).isEqualTo(twin(sent));
        assertThat(catalogOf(interleaved(sent, random))).isEqualTo(running);
        assertThat(catalogOf(interleaved(compacted(sent, random), random))).isEqualTo(running);
    }

    /** By the definition: the best of the last records, partition by partition. */
    private static Map<String, String> twin(List<Sent> sent) {
        Map<String, String> titles = new TreeMap<>();
        for (Sent any : sent) {
            Optional<Sent> best = Optional.empty();
            for (int partition = PARTITIONS - 1; partition >= 0; partition--) {
                Optional<Sent> last = last(sent, any.itemId(), partition);
                if (last.isPresent() && (best.isEmpty() || isAtLeast(last.get(), best.get()))) {
                    best = last;
                }
            }
            titles.put(any.itemId(), isDeletion(best.orElseThrow()) ? "none, not shown" : titleOf(best.get()));
        }
        return titles;
    }

    private static Optional<Sent> last(List<Sent> sent, String itemId, int partition) {
        return sent.stream()
                .filter(record -> record.itemId().equals(itemId) && record.partition() == partition)
                .reduce((earlier, later) -> later);
    }

    private static boolean isAtLeast(Sent record, Sent best) {
        return record.timestampMs() != best.timestampMs()
                ? record.timestampMs() > best.timestampMs()
                : isDeletion(record) || !isDeletion(best);
    }

    private static boolean isDeletion(Sent record) {
        return record.item().isEmpty() || record.item().get().withdrawn();
    }

    private static String titleOf(Sent record) {
        return record.item().orElseThrow().title();
    }

    private static List<Sent> interleaved(List<Sent> sent, RandomGenerator random) {
        List<Deque<Sent>> logs = new ArrayList<>();
        for (int i = 0; i < PARTITIONS; i++) {
            logs.add(new ArrayDeque<>());
        }
        sent.forEach(record -> logs.get(record.partition()).add(record));
        List<Sent> all = new ArrayList<>();
        while (all.size() < sent.size()) {
            Sent next = logs.get(random.nextInt(PARTITIONS)).poll();
            if (next != null) {
                all.add(next);
            }
        }
        return all;
    }

    /** Some records with a later one of their key in their partition are gone, in their order. */
    private static List<Sent> compacted(List<Sent> sent, RandomGenerator random) {
        Map<String, Integer> last = new LinkedHashMap<>();
        for (int i = 0; i < sent.size(); i++) {
            last.put(sent.get(i).itemId() + sent.get(i).partition(), i);
        }
        List<Sent> kept = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++) {
            boolean isLast = last.containsValue(i);
            if (isLast || random.nextInt(3) == 0) {
                kept.add(sent.get(i));
            }
        }
        return kept;
    }
}
