package dev.kindred.model;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Numbers items 0, 1, 2 … in the order in which this process first saw them.
 *
 * <p>The numbers index arrays in this process only: stored and sent data contain ids, and ties are ordered by id. It
 * never shrinks. Safe for many threads; only a new item waits for a lock.
 *
 * <p>An id is kept once, in UTF-8, in a page with others: its length and 12 to 18 bytes, where an object for each item
 * would take 160. An open hash table leads from ids to numbers.
 */
public final class ItemDictionary {

    /** The number of an unknown item. */
    public static final int NONE = -1;

    private static final VarHandle INTS = MethodHandles.arrayElementVarHandle(int[].class);
    private static final int PAGE_BITS = 16; // of bytes in a page; the low bits of a place
    private static final int PLACE_BITS = 12; // of places in a page of places
    private static final int LENGTH_BYTES = 2;
    private static final int LONG = 0xffff; // the length of an id that has a page of its own

    private final long multiplier = ThreadLocalRandom.current().nextLong() | 1; // nobody can choose ids that collide
    private volatile byte[][] pages = new byte[0][];
    private volatile int[][] places = new int[0][]; // by number: page and offset
    private volatile int[] table = new int[1 << 11]; // number + 1 at the hash or behind it, 0 where there is none
    private int used; // bytes of the last page
    private volatile int size;

    /** The number of an item; a new item gets the next one. */
    public int numberOf(String itemId) {
        byte[] id = utf8(itemId);
        int known = find(id, 0, id.length);
        return known != NONE ? known : add(id);
    }

    /** The number of an item, or {@link #NONE} if it has none; adds no item. */
    public int find(String itemId) {
        byte[] id = utf8(itemId);
        return find(id, 0, id.length);
    }

    private static byte[] utf8(String itemId) {
        return itemId.getBytes(StandardCharsets.UTF_8);
    }

    /** The same of an id in UTF-8. */
    public int find(byte[] utf8, int from, int to) {
        int[] current = table;
        int mask = current.length - 1;
        for (int at = hash(utf8, from, to) & mask; ; at = (at + 1) & mask) {
            int number = (int) INTS.getAcquire(current, at) - 1;
            if (number == NONE || equals(number, utf8, from, to)) {
                return number;
            }
        }
    }

    private boolean equals(int number, byte[] id, int from, int to) {
        byte[] page = page(number);
        int at = offset(number);
        return length(page, at) == to - from
                && Arrays.equals(page, at + LENGTH_BYTES, at + LENGTH_BYTES + to - from, id, from, to);
    }

    /** A polynomial modulo 2^64, of which the high bits depend on all bytes. */
    private int hash(byte[] bytes, int from, int to) {
        long hash = 0;
        for (int i = from; i < to; i++) {
            hash = (hash + bytes[i] + 129) * multiplier;
        }
        return (int) (hash >>> 32);
    }

    private synchronized int add(byte[] id) {
        int known = find(id, 0, id.length);
        if (known != NONE) {
            return known;
        }
        int number = size;
        setPlace(number, store(id));
        if (3 * (number + 1) > 2 * table.length) {
            table = larger();
        }
        insert(table, hash(id, 0, id.length), number);
        size = number + 1;
        return number;
    }

    /** Copies an id into the last page, or a new one, and returns its place. */
    private int store(byte[] id) {
        int needed = LENGTH_BYTES + id.length;
        byte[][] current = pages;
        int last = current.length - 1;
        if (last < 0 || used + needed > current[last].length) {
            current = Arrays.copyOf(current, ++last + 1);
            current[last] = new byte[Math.max(1 << PAGE_BITS, needed)];
            pages = current;
            used = 0;
        }
        byte[] page = current[last];
        int length = Math.min(id.length, LONG);
        page[used] = (byte) (length >>> 8);
        page[used + 1] = (byte) length;
        System.arraycopy(id, 0, page, used + LENGTH_BYTES, id.length);
        int place = (last << PAGE_BITS) | used;
        used += needed;
        return place;
    }

    private void setPlace(int number, int place) {
        int page = number >>> PLACE_BITS;
        int[][] current = places;
        if (page == current.length) {
            current = Arrays.copyOf(current, page + 1);
            current[page] = new int[1 << PLACE_BITS];
            places = current;
        }
        current[page][number & ((1 << PLACE_BITS) - 1)] = place; // visible with the number in the table
    }

    private int[] larger() {
        int[] next = new int[2 * table.length];
        for (int number = 0; number < size; number++) {
            byte[] page = page(number);
            int from = offset(number) + LENGTH_BYTES;
            insert(next, hash(page, from, from + length(page, offset(number))), number);
        }
        return next;
    }

    private static void insert(int[] into, int hash, int number) {
        int mask = into.length - 1;
        int at = hash & mask;
        while (into[at] != 0) {
            at = (at + 1) & mask;
        }
        INTS.setRelease(into, at, number + 1);
    }

    private int place(int number) {
        return places[number >>> PLACE_BITS][number & ((1 << PLACE_BITS) - 1)];
    }

    private byte[] page(int number) {
        return pages[place(number) >>> PAGE_BITS];
    }

    private int offset(int number) {
        return place(number) & ((1 << PAGE_BITS) - 1);
    }

    private static int length(byte[] page, int at) {
        int length = ((page[at] & 0xff) << 8) | (page[at + 1] & 0xff);
        return length == LONG ? page.length - LENGTH_BYTES : length;
    }

    /**
     * The id of a numbered item, a new string each time.
     *
     * @param number as given by {@link #numberOf}
     */
    public String idOf(int number) {
        byte[] page = page(number);
        int at = offset(number);
        return new String(page, at + LENGTH_BYTES, length(page, at), StandardCharsets.UTF_8);
    }

    /** The length of the id of a numbered item in UTF-8. */
    public int utf8Length(int number) {
        return length(page(number), offset(number));
    }

    /** Copies the id of a numbered item in UTF-8. */
    public void copyUtf8(int number, byte[] into, int at) {
        byte[] page = page(number);
        int from = offset(number);
        System.arraycopy(page, from + LENGTH_BYTES, into, at, length(page, from));
    }

    /** Compares the ids of numbers, so that every process orders ties in the same way. It is the order of strings. */
    public int compareIds(int number, int other) {
        byte[] one = page(number);
        byte[] two = page(other);
        int oneFrom = offset(number) + LENGTH_BYTES;
        int twoFrom = offset(other) + LENGTH_BYTES;
        int oneTo = oneFrom + length(one, oneFrom - LENGTH_BYTES);
        int twoTo = twoFrom + length(two, twoFrom - LENGTH_BYTES);
        int same = Arrays.mismatch(one, oneFrom, oneTo, two, twoFrom, twoTo);
        boolean isPrefix = same < 0 || same == Math.min(oneTo - oneFrom, twoTo - twoFrom);
        return isPrefix
                ? Integer.compare(oneTo - oneFrom, twoTo - twoFrom)
                : Integer.compare(rank(one[oneFrom + same]), rank(two[twoFrom + same]));
    }

    /**
     * The rank of a byte of UTF-8 where two strings first differ. Java orders strings by UTF-16, so characters beyond 16
     * bits, which begin with 0xF0 to 0xF4 in UTF-8, come before those that begin with 0xEE and 0xEF.
     */
    private static int rank(byte value) {
        int unsigned = value & 0xff;
        return unsigned == 0xee || unsigned == 0xef ? unsigned + 0x10 : unsigned;
    }

    /** The number of items. */
    public int size() {
        return size;
    }

    /** The approximate heap use in bytes. */
    public synchronized long bytes() {
        long bytes = 4L * table.length + ((long) places.length << (PLACE_BITS + 2));
        for (byte[] page : pages) {
            bytes += page.length;
        }
        return bytes;
    }
}
