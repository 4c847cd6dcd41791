package dev.kindred.model;

import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Items as dense numbers, 0, 1, 2 …, in the order in which this process met them.
 *
 * <p>The numbers index arrays and mean nothing elsewhere: what is stored or sent carries ids, and ties are broken by
 * id. Safe for many threads. It only grows, with the catalog.
 */
public final class ItemDictionary {

    /** Stands for "this item is not known". */
    public static final int NONE = -1;

    private final ConcurrentHashMap<String, Integer> numbers = new ConcurrentHashMap<>();
    private volatile String[] ids = new String[1024];
    private int size; // guarded by this; ids[0..size) are set

    /** The number of an item; a new item takes the next one. */
    public int numberOf(String itemId) {
        Integer known = numbers.get(itemId);
        return known != null ? known : add(itemId);
    }

    /** The number of an item that is known, else {@link #NONE}: asking makes no item known. */
    public int find(String itemId) {
        return numbers.getOrDefault(itemId, NONE);
    }

    private synchronized int add(String itemId) {
        Integer known = numbers.get(itemId);
        if (known != null) {
            return known;
        }
        String[] current = size == ids.length ? Arrays.copyOf(ids, 2 * size) : ids;
        current[size] = itemId;
        ids = current; // published before the number is, so that whoever has the number finds the id
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

    /** Orders numbers as their ids, so that ties fall alike in every process. */
    public int compareIds(int number, int other) {
        String[] current = ids;
        return current[number].compareTo(current[other]);
    }

    /** How many items are known. */
    public synchronized int size() {
        return size;
    }
}
