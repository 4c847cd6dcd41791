package dev.kindred.model;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Numbers items 0, 1, 2 … in the order in which this process first saw them.
 *
 * <p>The numbers index arrays in this process only: stored and sent data contain ids, and ties are ordered by id. It
 * never shrinks. Safe for many threads.
 */
public final class ItemDictionary {

    /** The number of an unknown item. */
    public static final int NONE = -1;

    private final ConcurrentHashMap<String, Integer> numbers = new ConcurrentHashMap<>();
    private volatile String[] ids = new String[1024];
    private volatile byte[][] encodedIds = new byte[1024][];
    private int size; // guarded by this; ids[0..size) and encodedIds[0..size) are set

    /** The number of an item; a new item gets the next one. */
    public int numberOf(String itemId) {
        Integer known = numbers.get(itemId);
        return known != null ? known : add(itemId);
    }

    /** The number of an item, or {@link #NONE} if it has none; adds no item. */
    public int find(String itemId) {
        return numbers.getOrDefault(itemId, NONE);
    }

    private synchronized int add(String itemId) {
        Integer known = numbers.get(itemId);
        if (known != null) {
            return known;
        }
        String[] current = size == ids.length ? Arrays.copyOf(ids, 2 * size) : ids;
        byte[][] encoded = size == encodedIds.length ? Arrays.copyOf(encodedIds, 2 * size) : encodedIds;
        current[size] = itemId;
        encoded[size] = itemId.getBytes(StandardCharsets.UTF_8);
        ids = current; // published before the number, so that a reader of the number finds the id
        encodedIds = encoded;
        numbers.put(itemId, size);
        return size++;
    }

    /**
     * The id of a numbered item.
     *
     * @param number as given by {@link #numberOf}
     */
    public String idOf(int number) {
        return ids[number];
    }

    /** The id of a numbered item in UTF-8, the form in lists. The caller must not change the array. */
    public byte[] utf8Of(int number) {
        return encodedIds[number];
    }

    /** Compares the ids of numbers, so that every process orders ties in the same way. */
    public int compareIds(int number, int other) {
        String[] current = ids;
        return current[number].compareTo(current[other]);
    }

    /** The number of items. */
    public synchronized int size() {
        return size;
    }
}
