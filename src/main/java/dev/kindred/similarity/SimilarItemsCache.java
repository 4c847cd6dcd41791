package dev.kindred.similarity;

import dev.kindred.matrix.MatrixView;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * The similar items of each item, remembered until they are out of date.
 *
 * <p>A list is used again while it is {@linkplain AsOf#isFresh fresh}, as the setting {@code staleness} has it. At 0 every
 * change counts, and what is given is what would be computed.
 *
 * <p>It is a table of fixed size in which every item has one place; of two items with the same place, the later one
 * stays. Safe for many threads, each with its own {@link SimilarItems}; two may compute the same list at the same time.
 */
public final class SimilarItemsCache {

    private final SimilarItemsSettings settings;
    private final AtomicReferenceArray<@Nullable Entry> entries;
    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();

    /** A list as of a moment. */
    private record Entry(AsOf asOf, ItemNeighbors similar) {}

    /** An empty cache. */
    public SimilarItemsCache(SimilarItemsSettings settings) {
        this.settings = settings;
        this.entries = new AtomicReferenceArray<>(settings.cached());
    }

    /**
     * The items most similar to one, as many as are kept.
     *
     * @param search computes what is not there, by the same settings
     */
    public ItemNeighbors find(int item, SimilarItems search, MatrixView view) {
        int place = item % entries.length();
        Entry entry = entries.get(place);
        if (entry != null && entry.asOf().item() == item && entry.asOf().isFresh(settings.staleness(), view)) {
            hits.increment();
            return entry.similar();
        }
        misses.increment();
        AsOf now = AsOf.now(item, view);
        ItemNeighbors similar = search.find(item, settings.kept(), Evidence.ALL, view);
        entries.set(place, new Entry(now, similar));
        return similar;
    }

    /** How many lists were remembered when they were asked for. */
    public long hits() {
        return hits.sum();
    }

    /** How many had to be computed. */
    public long misses() {
        return misses.sum();
    }
}
