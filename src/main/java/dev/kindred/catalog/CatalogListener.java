package dev.kindred.catalog;

import dev.kindred.model.Item;
import java.util.Optional;

/**
 * Is told of every change of a catalog, so that what is derived from items can follow one by one: whoever takes back what
 * came of the item as it was, and then takes up the item as it is, keeps no trace of former states.
 */
@FunctionalInterface
public interface CatalogListener {

    /**
     * An item was added (nothing before), changed, or removed (nothing now). Called by the catalog's writer, in the order
     * of the changes, when the catalog already has the item as it is now.
     *
     * @param number of the item, the same for all of its life
     * @param before what the listener was told last of this item
     * @param now what holds from now on; never equal to what was before
     */
    void changed(int number, Optional<Item> before, Optional<Item> now);
}
