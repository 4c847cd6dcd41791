package dev.kindred.query;

import dev.kindred.model.Item;
import java.util.List;

/**
 * The result of a search in the catalog.
 *
 * @param total how many items match
 * @param items the first of them
 */
public record FoundItems(int total, List<Item> items) {

    public FoundItems {
        items = List.copyOf(items);
    }
}
