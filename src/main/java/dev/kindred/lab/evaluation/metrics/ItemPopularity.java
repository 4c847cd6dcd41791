package dev.kindred.lab.evaluation.metrics;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The number of training events of each item. Immutable. */
public final class ItemPopularity {

    private final Map<String, Long> events = new HashMap<>();
    private final long total;

    /**
     * Counts events.
     *
     * @param items the item of every training event
     */
    public ItemPopularity(Collection<String> items) {
        items.forEach(item -> events.merge(item, 1L, Long::sum));
        total = items.size();
    }

    /**
     * The self-information of an item, {@code -log2(events of the item / all events)}, in bits. An item without training
     * events counts as an item with one event.
     */
    public double selfInformation(String item) {
        long count = events.getOrDefault(item, 1L);
        return Math.log((double) Math.max(total, 1) / count) / Math.log(2);
    }

    /**
     * The head: the smallest set of items with at least half of the events, most events first, ties by id. All other
     * items are the tail, those without events included.
     */
    public Set<String> head() {
        Comparator<String> fewestFirst = Comparator.comparingLong(item -> events.getOrDefault(item, 0L));
        List<String> ranked = events.keySet().stream()
                .sorted(fewestFirst.reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
        Set<String> head = new HashSet<>();
        long covered = 0;
        for (int i = 0; 2 * covered < total; i++) {
            head.add(ranked.get(i));
            covered += events.getOrDefault(ranked.get(i), 0L);
        }
        return head;
    }
}
