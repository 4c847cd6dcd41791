package dev.kindred.state;

import dev.kindred.similarity.SimilarityRow;
import dev.kindred.similarity.SimilarityRowStore;

/**
 * Caches the decoded rows of recently active users. A row is written to the store only when it is evicted. Rows are
 * derived, so {@link #drop dropping} them costs only their recomputation.
 */
public final class HotSimilarityRows implements SimilarityRowStore {

    private final SimilarityRowStore store;
    private final BoundedCache<SimilarityRow> hot;

    /** Caches rows within a budget and spills the others to a store. */
    public HotSimilarityRows(SimilarityRowStore store, MemoryBudget budget) {
        this.store = store;
        this.hot = new BoundedCache<>(budget, store::save);
    }

    @Override
    public SimilarityRow load(String userId) {
        SimilarityRow row = hot.get(userId);
        return row != null ? row : store.load(userId);
    }

    @Override
    public void save(String userId, SimilarityRow row) {
        hot.put(userId, row, row.sizeBytes());
    }

    @Override
    public void remove(String userId) {
        hot.remove(userId);
        store.remove(userId);
    }

    /** Drops the cached rows. This object must not be used again. */
    public void drop() {
        hot.close();
    }
}
