package dev.kindred.state;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The most recently used values of one task, by key, within a budget of bytes that tasks share: a cache that finds the
 * budget exceeded, and itself above its fair share, evicts its least recently used values.
 *
 * <p>Not thread safe: owned by a task.
 */
final class BoundedCache<V> {

    private static final int ENTRY_BYTES = 160; // the map's entry, this entry and the key, roughly

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

    /** Keeps a value, or takes note of its new size. The value just put is never evicted by its own put. */
    void put(String key, V value, long valueBytes) {
        long bytes = valueBytes + ENTRY_BYTES;
        Entry<V> before = entries.put(key, new Entry<>(value, bytes));
        use(bytes - (before == null ? 0 : before.bytes()));
        while (budget.isExceeded() && ownBytes > budget.fairShareBytes() && entries.size() > 1) {
            evictEldest();
        }
    }

    /** Drops a value, if it is kept, without telling anyone. */
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

    /** Drops everything, without telling anyone. */
    void clear() {
        use(-ownBytes);
        entries.clear();
    }

    /** Drops everything and leaves the budget to others; the cache is not to be used again. */
    void close() {
        clear();
        budget.leave();
    }

    int size() {
        return entries.size();
    }
}
