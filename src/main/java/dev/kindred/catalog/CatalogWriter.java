package dev.kindred.catalog;

import dev.kindred.model.Item;
import dev.kindred.model.ItemChange;
import dev.kindred.model.ItemDictionary;
import it.unimi.dsi.fastutil.ints.Int2ObjectMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The only writer of a catalog whose records come from a topic with several partitions. Producers that hash keys
 * otherwise than Java's put records of one item into another partition, and nothing orders records of two partitions.
 *
 * <p>The rule: of each partition the last record of an item counts, because compaction keeps that one. Of these records
 * the one with the latest timestamp holds; of equal ones a deletion, then the one of the lowest partition. So the
 * catalog depends neither on the order in which partitions are read nor on the progress of compaction, and every
 * instance has the same one. A tombstone counts as long as the topic has it.
 *
 * <p>Not thread safe: owned by the thread that reads the topic.
 */
public final class CatalogWriter {

    private static final int NONE = -1;

    private static final Comparator<Placed> ORDER = Comparator.comparingLong(Placed::timestampMs)
            .thenComparing(placed -> placed.item().isEmpty())
            .thenComparing(Comparator.comparingInt(Placed::partition).reversed());

    private final Catalog catalog;
    private final ItemDictionary dictionary;

    // By item, as most items are in one partition: that partition and the timestamp of its last record.
    private int[] partitions = new int[0];
    private long[] timestamps = new long[0];

    // The last records by partition, of items that are in several.
    private final Int2ObjectMap<Map<Integer, Placed>> scattered = new Int2ObjectOpenHashMap<>();

    /** The last record of an item in a partition; without an item it is a deletion. */
    private record Placed(long timestampMs, int partition, Optional<Item> item) {}

    /** A writer of an empty catalog. */
    public CatalogWriter(Catalog catalog, ItemDictionary dictionary) {
        this.catalog = catalog;
        this.dictionary = dictionary;
    }

    /**
     * Applies a record. It may be applied again.
     *
     * @param timestampMs of the record, in epoch milliseconds
     * @param partition of the record, at least 0; the records of each partition come in their order
     */
    public void apply(ItemChange change, long timestampMs, int partition) {
        int number = dictionary.numberOf(change.itemId());
        reserve(number);
        Map<Integer, Placed> others = scattered.get(number);
        if (others == null && (partitions[number] == NONE || partitions[number] == partition)) {
            partitions[number] = partition;
            timestamps[number] = timestampMs;
            write(change.itemId(), change.item());
        } else {
            Optional<Item> item = change.item().filter(put -> !put.withdrawn());
            Map<Integer, Placed> all = others == null ? scatter(number) : others;
            all.put(partition, new Placed(timestampMs, partition, item));
            write(change.itemId(), last(all.values()).item());
        }
    }

    private Map<Integer, Placed> scatter(int number) {
        Map<Integer, Placed> all = new HashMap<>();
        all.put(partitions[number], new Placed(timestamps[number], partitions[number], catalog.find(number)));
        scattered.put(number, all);
        return all;
    }

    private static Placed last(Collection<Placed> records) {
        return records.stream().max(ORDER).orElseThrow();
    }

    private void write(String itemId, Optional<Item> item) {
        item.ifPresentOrElse(catalog::put, () -> catalog.remove(itemId));
    }

    private void reserve(int number) {
        int length = partitions.length;
        if (number >= length) {
            int larger = Math.max(number + 1, 2 * length);
            partitions = Arrays.copyOf(partitions, larger);
            timestamps = Arrays.copyOf(timestamps, larger);
            Arrays.fill(partitions, length, larger, NONE);
        }
    }
}
