package dev.kindred.similarity;

import dev.kindred.matrix.MatrixView;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Caches the similar items of each item until they are stale.
 *
 * <p>A list is reused while it is {@linkplain AsOf#isFresh fresh} by the setting {@code staleness}. With 0 every change
 * counts, and a cached list equals a computed one.
 *
 * <p>It is a table of fixed size in which every item has one place. A list replaces that of another item in the same
 * place. Thread safe, with one {@link SimilarItems} per thread; two threads may compute the same list at the same time.
 */
public final class SimilarItemsCache {

    private final SimilarItemsSettings settings;
    private final AtomicReferenceArray<@Nullable Entry> entries;
    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();

    /** A list and the state of the matrix at its computation. */
    private record Entry(AsOf asOf, ItemNeighbors similar) {}

    /** An empty cache. */
    public SimilarItemsCache(SimilarItemsSettings settings) {
        this.settings = settings;
        this.entries = new AtomicReferenceArray<>(settings.cached());
    }

    /**
     * The items most similar to one item, at most {@code kept}.
     *
     * @param search computes missing lists, with the same settings
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

    /** The number of cache hits. */
    public long hits() {
        return hits.sum();
    }

    /** The number of cache misses. */
    public long misses() {
        return misses.sum();
    }
}
