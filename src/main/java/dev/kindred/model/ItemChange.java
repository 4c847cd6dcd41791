package dev.kindred.model;

import java.util.Optional;

/**
 * A change of an item of the catalog.
 *
 * @param itemId not empty
 * @param item the new state; empty if the item is removed
 */
public record ItemChange(String itemId, Optional<Item> item) {

    /** Adds or replaces an item. */
    public static ItemChange put(Item item) {
        return new ItemChange(item.itemId(), Optional.of(item));
    }

    /** Removes an item. */
    public static ItemChange removal(String itemId) {
        return new ItemChange(itemId, Optional.empty());
    }
}
