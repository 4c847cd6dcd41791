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
 * All items of the shop, by number and id, in their last version. Applying the same records again in the same order
 * gives the same catalog.
 *
 * <p>One thread writes; any thread may read at the same time, without a lock. Items are immutable and replaced as a
 * whole.
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
    private volatile boolean[] invisible = new boolean[0]; // by item; assigned again after every change of an element
    private final AtomicLong visibilityChanges = new AtomicLong();

    /** An empty catalog; unknown items are shown. */
    public Catalog(ItemDictionary dictionary) {
        this(dictionary, false);
    }

    /**
     * An empty catalog.
     *
     * @param dictionary the numbers of the items; it may have other items too
     * @param onlyKnown whether only items of the catalog are shown
     */
    public Catalog(ItemDictionary dictionary, boolean onlyKnown) {
        this.dictionary = dictionary;
        this.onlyKnown = onlyKnown;
        this.arrivals = new NewArrivals(dictionary);
        follow(arrivals);
    }

    /**
     * Adds a listener, which receives all current items and then every change. Call it before writing begins, or from
     * the writer.
     */
    public void follow(CatalogListener listener) {
        forEach((item, number) -> listener.changed(number, Optional.empty(), Optional.of(item)));
        listeners.add(listener);
    }

    /** Adds or replaces an item; removes it if it is withdrawn. For the writer. */
    public void put(Item item) {
        if (item.withdrawn()) {
            remove(item.itemId());
        } else {
            int number = dictionary.numberOf(item.itemId());
            setInvisible(number, item.hidden());
            set(number, shared.sharing(item, dictionary.idOf(number)));
        }
    }

    /** Removes an item, which is not shown until it is put again. For the writer. */
    public void remove(String itemId) {
        int number = dictionary.numberOf(itemId); // also of an unknown item: events may name it later
        setInvisible(number, true);
        set(number, null);
    }

    private void setInvisible(int number, boolean value) {
        boolean[] current = invisible;
        if (number >= current.length) {
            int length = current.length;
            current = Arrays.copyOf(current, Math.max(FIRST_CAPACITY, Math.max(number + 1, 2 * length)));
            Arrays.fill(current, length, current.length, onlyKnown);
        }
        if (value != current[number]) {
            current[number] = value;
            visibilityChanges.incrementAndGet();
        }
        invisible = current;
    }

    /**
     * Whether an item may be shown: it is neither hidden nor withdrawn. Items that the catalog never had are shown,
     * unless only known items are. Every list checks this.
     *
     * @param number of the item, not negative
     */
    public boolean isShown(int number) {
        boolean[] current = invisible;
        return number < current.length ? !current[number] : !onlyKnown;
    }

    /** The number of changes of {@link #isShown}, over all items. */
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

    /** The array, grown to hold a number. */
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
     * An item by its number; empty if the catalog does not have it.
     *
     * @param number of the item in the dictionary; or {@link ItemDictionary#NONE}
     */
    public Optional<Item> find(int number) {
        AtomicReferenceArray<@Nullable Item> current = items;
        return number >= 0 && number < current.length() ? Optional.ofNullable(current.get(number)) : Optional.empty();
    }

    /** An item by its id; empty if the catalog does not have it. */
    public Optional<Item> find(String itemId) {
        return find(dictionary.find(itemId));
    }

    /** The items in the order in which they went on sale. */
    public NewArrivals arrivals() {
        return arrivals;
    }

    /** The number of items. */
    public int size() {
        return size.get();
    }

    /** Passes all items with their numbers, ascending. A change during the call may or may not be seen. */
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
