package dev.kindred.lab.evaluation;

import dev.kindred.model.Item;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The categories of items. */
public final class ItemCategories {

    private ItemCategories() {}

    /** Categories by item id, without the items that have none. */
    public static Map<String, Set<String>> of(Collection<Item> items) {
        Map<String, Set<String>> categories = new HashMap<>();
        for (Item item : items) {
            if (!item.categories().isEmpty()) {
                categories.put(item.itemId(), new TreeSet<>(item.categories()));
            }
        }
        return categories;
    }
}
