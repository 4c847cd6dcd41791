package dev.kindred.state;

import java.util.Arrays;
import java.util.Optional;

/**
 * What the last event wrote beside the header, kept in the header's own value.
 *
 * <p>Without transactions a crash may fall between two writes. The header remembers the event, so it must not be stored
 * without the cell, nor the cell without the header: with the journal, storing the header alone does both, and loading
 * makes up for the writes that are missing.
 *
 * @param itemId the touched item
 * @param cell its encoded cell; empty if the event evicted its own item
 * @param evictedItemId the item that left, if one did
 */
record Journal(String itemId, Optional<byte[]> cell, Optional<String> evictedItemId) {

    /** Whether the journal, and not the cell that is stored, says what there is of an item. */
    boolean decides(String item) {
        return item.equals(itemId) || evictedItemId.filter(item::equals).isPresent();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Journal that
                && itemId.equals(that.itemId)
                && Arrays.equals(cell.orElse(null), that.cell.orElse(null))
                && evictedItemId.equals(that.evictedItemId);
    }

    @Override
    public int hashCode() {
        return itemId.hashCode();
    }
}
