package dev.kindred.matrix;

import dev.kindred.model.CellKey;
import dev.kindred.model.ItemDictionary;
import dev.kindred.model.UserKey;

/**
 * A cell by numbers. Any thread makes it, so that the one that writes the matrix neither hashes users nor looks for items.
 *
 * @param user see {@link UserKey}
 * @param item the number of the item; {@link ItemDictionary#NONE} if it had none
 * @param itemId empty if the item has a number
 */
public record CellAddress(long user, int item, String itemId) {

    /** The address of a cell; adds no item to the dictionary. */
    public static CellAddress of(CellKey key, ItemDictionary dictionary) {
        int item = dictionary.find(key.itemId());
        return new CellAddress(UserKey.of(key.userId()), item, item == ItemDictionary.NONE ? key.itemId() : "");
    }

    /**
     * The same of the bytes of a {@link CellKey}.
     *
     * @throws IllegalArgumentException if the bytes are not a user, a zero byte and an item
     */
    public static CellAddress fromBytes(byte[] key, ItemDictionary dictionary) {
        int separator = CellKey.separatorIn(key);
        int item = dictionary.find(key, separator + 1, key.length);
        return item == ItemDictionary.NONE
                ? of(CellKey.fromBytes(key), dictionary)
                : new CellAddress(UserKey.of(key, 0, separator), item, "");
    }
}
