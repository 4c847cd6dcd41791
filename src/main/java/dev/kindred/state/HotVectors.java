package dev.kindred.state;

import dev.kindred.vector.UserVector;
import dev.kindred.vector.VectorStore;

/**
 * Keeps the vectors of recently active users decoded. Every change is written through at once, so that what is dropped
 * here is never lost; {@link #drop} it all when the task ends, because a transaction that is aborted takes the writes
 * back.
 */
public final class HotVectors implements VectorStore {

    private final VectorStore store;
    private final BoundedCache<UserVector> hot;

    /** Keeps vectors of a store in memory, within a budget. */
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

    /** Forgets what is in memory; not to be used again. */
    public void drop() {
        hot.close();
    }
}
