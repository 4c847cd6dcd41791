package dev.kindred.model;

import java.util.Optional;

/**
 * What becomes of an item of the catalog.
 *
 * @param itemId which, not empty
 * @param item what is true of it from now on; empty if it is gone
 */
public record ItemChange(String itemId, Optional<Item> item) {

    /** The item is as this says, whatever was known of it. */
    public static ItemChange put(Item item) {
        return new ItemChange(item.itemId(), Optional.of(item));
    }

    /** The item is gone. */
    public static ItemChange removal(String itemId) {
        return new ItemChange(itemId, Optional.empty());
    }
}
