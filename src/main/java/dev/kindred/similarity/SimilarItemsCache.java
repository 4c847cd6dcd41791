package dev.kindred.similarity;

import dev.kindred.matrix.Column;
import dev.kindred.matrix.MatrixView;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * The similar items of each item, remembered until they are out of date.
 *
 * <p>A list is used again while at most the part {@code staleness} of the item's audience has come, gone or changed since
 * it was computed, and the whole matrix has seen at most that part of its cells change: the similarities rest on the
 * audiences of others too, which only the matrix as a whole can tell cheaply. At 0 every change counts, and what is given
 * is what would be computed. A list of another epoch is not used.
 *
 * <p>It is a table of fixed size in which every item has one place; of two items with the same place, the later one
 * stays. Safe for many threads, each with its own {@link SimilarItems}; two may compute the same list at the same time.
 */
public final class SimilarItemsCache {

    private final SimilarItemsSettings settings;
    private final AtomicReferenceArray<@Nullable Entry> entries;
    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();

    /**
     * A list as of a moment.
     *
     * @param item whose list it is
     * @param epoch of the matrix
     * @param sequence of the matrix; all changes up to it are in the list
     * @param audience how many users the item had then
     * @param similar the list
     */
    private record Entry(int item, long epoch, long sequence, int audience, ItemNeighbors similar) {}

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
        if (entry != null && entry.item() == item && isUsable(entry, view)) {
            hits.increment();
            return entry.similar();
        }
        misses.increment();
        int audience = view.column(item).size();
        ItemNeighbors similar = search.find(item, settings.kept(), Evidence.ALL, view);
        entries.set(place, new Entry(item, view.epoch(), view.sequence(), audience, similar));
        return similar;
    }

    private boolean isUsable(Entry entry, MatrixView view) {
        return entry.epoch() == view.epoch()
                && view.sequence() - entry.sequence() <= settings.staleness() * view.cells()
                && changed(entry, view) <= settings.staleness();
    }

    /** The part of the item's audience that came, went or changed since. */
    private static double changed(Entry entry, MatrixView view) {
        if (view.changedAt(entry.item()) <= entry.sequence()) {
            return 0;
        }
        Column audience = view.column(entry.item());
        int same = 0;
        for (int i = 0; i < audience.size(); i++) {
            same += audience.sequence(i) <= entry.sequence() ? 1 : 0;
        }
        int most = Math.max(audience.size(), entry.audience());
        return most == 0 ? 0 : (double) (most - same) / most;
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
