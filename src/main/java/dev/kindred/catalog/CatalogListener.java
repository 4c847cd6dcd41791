package dev.kindred.catalog;

import dev.kindred.model.Item;
import java.util.Optional;

/**
 * Callback for every change of a catalog, for data derived from items. A listener that first removes what it derived
 * from the former item and then adds the new one keeps no trace of former states.
 */
@FunctionalInterface
public interface CatalogListener {

    /**
     * An item was added ({@code before} is empty), changed, or removed ({@code now} is empty). The catalog's writer
     * calls this in the order of the changes, after it has changed the catalog.
     *
     * @param number of the item, which never changes
     * @param before the item of the last call for this number
     * @param now the current item; never equal to {@code before}
     */
    void changed(int number, Optional<Item> before, Optional<Item> now);
}
