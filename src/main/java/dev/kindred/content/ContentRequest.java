package dev.kindred.content;

import dev.kindred.model.Require;
import java.util.function.IntPredicate;

/**
 * A request for a list of items.
 *
 * @param size the greatest number of items, positive
 * @param reasons the greatest number of terms, and of reasons, for one item
 * @param admits accepts the items that may be on the list, by number
 */
public record ContentRequest(int size, int reasons, IntPredicate admits) {

    public ContentRequest {
        Require.that(size >= 1, "size must be positive", size);
        Require.that(reasons >= 0, "reasons must not be negative", reasons);
    }

    /** This request without an item. */
    ContentRequest without(int item) {
        return new ContentRequest(size, reasons, other -> other != item && admits.test(other));
    }
}
