package dev.kindred.catalog;

import dev.kindred.model.Item;
import dev.kindred.model.ItemDictionary;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
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

    /**
     * An empty catalog.
     *
     * @param dictionary numbers the items; may know others too
     */
    public Catalog(ItemDictionary dictionary) {
        this.dictionary = dictionary;
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

    /** Adds an item, or puts it in the place of what was known of it. For the writer. */
    public void put(Item item) {
        int number = dictionary.numberOf(item.itemId());
        set(number, shared.sharing(item, dictionary.idOf(number)));
    }

    /** Forgets an item, if it is known. For the writer. */
    public void remove(String itemId) {
        int number = dictionary.find(itemId);
        if (number != ItemDictionary.NONE) {
            set(number, null);
        }
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
