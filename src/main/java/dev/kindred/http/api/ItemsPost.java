package dev.kindred.http.api;

import dev.kindred.model.Described;
import java.util.List;

/**
 * Items to be put into the catalog.
 *
 * @param items of several with one id, the last holds
 */
record ItemsPost(
        @Described(
                value = "One item or many, each with its id; of several with one id, the last holds.",
                maxItems = Limits.ITEMS,
                each = "itemId")
        List<ItemBody> items) {

    ItemsPost {
        items = Limits.checked(items, "items", Limits.ITEMS);
    }
}
