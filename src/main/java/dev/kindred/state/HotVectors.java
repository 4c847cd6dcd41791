package dev.kindred.state;

import dev.kindred.vector.UserVector;
import dev.kindred.vector.VectorStore;

/**
 * Caches the decoded vectors of recently active users. Every change is written through at once, so an eviction loses
 * nothing. {@link #drop} the cache when the task ends, because an aborted transaction reverts the writes.
 */
public final class HotVectors implements VectorStore {

    private final VectorStore store;
    private final BoundedCache<UserVector> hot;

    /** Caches vectors of a store within a budget. */
    public HotVectors(VectorStore store, MemoryBudget budget) {
        this.store = store;
        this.hot = new BoundedCache<>(budget, (user, vector) -> {});
    }

    @Override
    public UserVector load(String userId) {
        UserVector vector = hot.get(userId);
        return vector != null ? vector : store.load(userId);
    }

    @Override
    public void save(String userId, UserVector vector, int... items) {
        store.save(userId, vector, items);
        hot.put(userId, vector, vector.sizeBytes());
    }

    @Override
    public void remove(String userId) {
        hot.remove(userId);
        store.remove(userId);
    }

    /** Drops the cached vectors. This object must not be used again. */
    public void drop() {
        hot.close();
    }
}
