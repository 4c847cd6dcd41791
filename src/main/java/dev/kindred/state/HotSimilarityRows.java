package dev.kindred.state;

import dev.kindred.similarity.SimilarityRow;
import dev.kindred.similarity.SimilarityRowStore;

/**
 * Keeps the rows of recently active users decoded; a row reaches the store only when it must make room. Rows are
 * derived, so that {@link #drop dropping} them costs no more than computing them again.
 */
public final class HotSimilarityRows implements SimilarityRowStore {

    private final SimilarityRowStore store;
    private final BoundedCache<SimilarityRow> hot;

    /** Keeps rows in memory, within a budget, and spills to a store beyond it. */
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

    /** Forgets what is in memory; not to be used again. */
    public void drop() {
        hot.close();
    }
}
