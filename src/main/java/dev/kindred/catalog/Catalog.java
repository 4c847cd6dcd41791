package dev.kindred.catalog;

import dev.kindred.model.Item;
import dev.kindred.model.ItemDictionary;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * All items of the shop, by their numbers and ids: of each the last one that was put. Applying the same records again, in
 * their order, changes nothing in the end.
 *
 * <p>One thread writes; any may read at the same time, without a lock. An item is immutable and replaced whole.
 *
 * <p>A removed item keeps its number, and its place in the array.
 */
public final class Catalog {

    private static final int FIRST_CAPACITY = 1024;

    private final ItemDictionary dictionary;
    private final SharedParts shared = new SharedParts();
    private final NewArrivals arrivals;
    private final List<CatalogListener> listeners = new CopyOnWriteArrayList<>();
    private volatile AtomicReferenceArray<@Nullable Item> items = new AtomicReferenceArray<>(FIRST_CAPACITY);
    private final AtomicInteger size = new AtomicInteger(); // how many elements of items are not null
    private final boolean onlyKnown;
    private volatile boolean[] barred = new boolean[0]; // by item; assigned again after every change of an element
    private final AtomicLong visibilityChanges = new AtomicLong();

    /** An empty catalog; items that it does not have may be shown. */
    public Catalog(ItemDictionary dictionary) {
        this(dictionary, false);
    }

    /**
     * An empty catalog.
     *
     * @param dictionary numbers the items; may know others too
     * @param onlyKnown whether only items that the catalog has may be shown
     */
    public Catalog(ItemDictionary dictionary, boolean onlyKnown) {
        this.dictionary = dictionary;
        this.onlyKnown = onlyKnown;
        this.arrivals = new NewArrivals(dictionary);
        follow(arrivals);
    }

    /**
     * Lets somebody follow: tells of all items that are there, then of every change. To be called before writing begins, or
     * by the writer.
     */
    public void follow(CatalogListener listener) {
        forEach((item, number) -> listener.changed(number, Optional.empty(), Optional.of(item)));
        listeners.add(listener);
    }

    /** Adds an item, or puts it in the place of what was known of it; removes one that is withdrawn. For the writer. */
    public void put(Item item) {
        if (item.withdrawn()) {
            remove(item.itemId());
        } else {
            int number = dictionary.numberOf(item.itemId());
            bar(number, item.hidden());
            set(number, shared.sharing(item, dictionary.idOf(number)));
        }
    }

    /** Forgets an item, which is not shown from now on until it is put again. For the writer. */
    public void remove(String itemId) {
        int number = dictionary.numberOf(itemId); // also of an unknown item: events may name it later
        bar(number, true);
        set(number, null);
    }

    private void bar(int number, boolean isBarred) {
        boolean[] current = barred;
        if (number >= current.length) {
            int length = current.length;
            current = Arrays.copyOf(current, Math.max(FIRST_CAPACITY, Math.max(number + 1, 2 * length)));
            Arrays.fill(current, length, current.length, onlyKnown);
        }
        if (isBarred != current[number]) {
            current[number] = isBarred;
            visibilityChanges.incrementAndGet();
        }
        barred = current;
    }

    /**
     * Whether an item may be shown to anybody: it is neither hidden nor withdrawn. One that the catalog never had may, unless
     * only known items may. Every list asks this.
     *
     * @param number of the item, not negative
     */
    public boolean isShown(int number) {
        boolean[] current = barred;
        return number < current.length ? !current[number] : !onlyKnown;
    }

    /** How often the answer of {@link #isShown} has changed for an item. */
    public long visibilityChanges() {
        return visibilityChanges.get();
    }

    private void set(int number, @Nullable Item now) {
        Optional<Item> before = find(number);
        if (before.equals(Optional.ofNullable(now))) {
            return;
        }
        reserve(number).set(number, now);
        size.addAndGet((now == null ? 0 : 1) - (before.isPresent() ? 1 : 0));
        listeners.forEach(listener -> listener.changed(number, before, Optional.ofNullable(now)));
    }

    /** The array, with a place for a number. */
    private AtomicReferenceArray<@Nullable Item> reserve(int number) {
        AtomicReferenceArray<@Nullable Item> current = items;
        if (number < current.length()) {
            return current;
        }
        AtomicReferenceArray<@Nullable Item> larger =
                new AtomicReferenceArray<>(Math.max(number + 1, 2 * current.length()));
        for (int i = 0; i < current.length(); i++) {
            larger.setPlain(i, current.get(i));
        }
        items = larger;
        return larger;
    }

    /**
     * What is known of an item.
     *
     * @param number of the item in the dictionary; {@link ItemDictionary#NONE} is no item
     */
    public Optional<Item> find(int number) {
        AtomicReferenceArray<@Nullable Item> current = items;
        return number >= 0 && number < current.length() ? Optional.ofNullable(current.get(number)) : Optional.empty();
    }

    /** What is known of an item. */
    public Optional<Item> find(String itemId) {
        return find(dictionary.find(itemId));
    }

    /** The items by when the shop began to sell them. */
    public NewArrivals arrivals() {
        return arrivals;
    }

    /** How many items there are. */
    public int size() {
        return size.get();
    }

    /** Hands out all items with their numbers, ascending. What changes meanwhile is handed out as it was or as it is. */
    public void forEach(ObjIntConsumer<Item> action) {
        AtomicReferenceArray<@Nullable Item> current = items;
        for (int number = 0; number < current.length(); number++) {
            Item item = current.get(number);
            if (item != null) {
                action.accept(item, number);
            }
        }
    }
}
