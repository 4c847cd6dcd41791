package dev.kindred.state;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * An LRU cache of one task within a budget of bytes that tasks share. When the budget is exceeded, a cache above its
 * fair share evicts its least recently used values.
 *
 * <p>Not thread safe: owned by a task.
 */
final class BoundedCache<V> {

    private static final int ENTRY_BYTES = 160; // approximately: the map's entry, this entry and the key

    private final LinkedHashMap<String, Entry<V>> entries = new LinkedHashMap<>(64, 0.75f, true);
    private final MemoryBudget budget;
    private final BiConsumer<String, V> onEviction;
    private long ownBytes;

    private record Entry<V>(V value, long bytes) {}

    BoundedCache(MemoryBudget budget, BiConsumer<String, V> onEviction) {
        this.budget = budget;
        this.onEviction = onEviction;
        budget.join();
    }

    @Nullable
    V get(String key) {
        Entry<V> entry = entries.get(key);
        return entry == null ? null : entry.value();
    }

    /** Adds a value, or updates its size. A put never evicts its own value. */
    void put(String key, V value, long valueBytes) {
        long bytes = valueBytes + ENTRY_BYTES;
        Entry<V> before = entries.put(key, new Entry<>(value, bytes));
        use(bytes - (before == null ? 0 : before.bytes()));
        while (budget.isExceeded() && ownBytes > budget.fairShareBytes() && entries.size() > 1) {
            evictEldest();
        }
    }

    /** Removes a value, if present, without a callback. */
    void remove(String key) {
        Entry<V> entry = entries.remove(key);
        if (entry != null) {
            use(-entry.bytes());
        }
    }

    private void evictEldest() {
        Iterator<Map.Entry<String, Entry<V>>> eldestFirst = entries.entrySet().iterator();
        Map.Entry<String, Entry<V>> eldest = eldestFirst.next();
        eldestFirst.remove();
        use(-eldest.getValue().bytes());
        onEviction.accept(eldest.getKey(), eldest.getValue().value());
    }

    private void use(long bytes) {
        ownBytes += bytes;
        budget.use(bytes);
    }

    /** Removes all values, without callbacks. */
    void clear() {
        use(-ownBytes);
        entries.clear();
    }

    /** Removes all values and leaves the budget. The cache must not be used again. */
    void close() {
        clear();
        budget.leave();
    }

    int size() {
        return entries.size();
    }
}
