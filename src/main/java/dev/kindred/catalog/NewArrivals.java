package dev.kindred.catalog;

import dev.kindred.model.Item;
import dev.kindred.model.ItemDictionary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.IntPredicate;

/**
 * The items of a catalog by {@link Item#publishedMs}, newest first, ties by id. Items without it are left out. ({@link
 * Item#updatedMs} would not do: it changes with every price.)
 *
 * <p>The catalog's writer writes; any thread may read at the same time, without a lock.
 */
public final class NewArrivals implements CatalogListener {

    private final ConcurrentSkipListSet<Arrival> newestFirst;

    NewArrivals(ItemDictionary dictionary) {
        newestFirst = new ConcurrentSkipListSet<>(Comparator.comparingLong(Arrival::publishedMs)
                .reversed()
                .thenComparing((one, other) -> compareIds(one.item(), other.item(), dictionary)));
    }

    /** Compares by id; {@link ItemDictionary#NONE} comes first. */
    private static int compareIds(int item, int other, ItemDictionary dictionary) {
        return item == ItemDictionary.NONE || other == ItemDictionary.NONE
                ? Integer.compare(item, other)
                : dictionary.compareIds(item, other);
    }

    @Override
    public void changed(int number, Optional<Item> before, Optional<Item> now) {
        Optional<Arrival> former = before.flatMap(item -> arrival(number, item));
        Optional<Arrival> next = now.flatMap(item -> arrival(number, item));
        if (!former.equals(next)) {
            former.ifPresent(newestFirst::remove);
            next.ifPresent(newestFirst::add);
        }
    }

    private static Optional<Arrival> arrival(int number, Item item) {
        return item.publishedMs().isPresent()
                ? Optional.of(new Arrival(number, item.publishedMs().getAsLong()))
                : Optional.empty();
    }

    /**
     * The items that went on sale in a span of time, newest first.
     *
     * @param limit the greatest number of items
     * @param fromMs the beginning, in epoch milliseconds
     * @param nowMs the end, in epoch milliseconds, inclusive
     * @param admits whether to include an item, by number
     */
    public List<Arrival> newest(int limit, long fromMs, long nowMs, IntPredicate admits) {
        List<Arrival> newest = new ArrayList<>();
        for (Arrival arrival : newestFirst.tailSet(new Arrival(ItemDictionary.NONE, nowMs))) {
            if (newest.size() == limit || arrival.publishedMs() < fromMs) {
                break;
            }
            if (admits.test(arrival.item())) {
                newest.add(arrival);
            }
        }
        return newest;
    }
}
