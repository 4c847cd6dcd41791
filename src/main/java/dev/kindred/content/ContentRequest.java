package dev.kindred.content;

import java.util.function.IntPredicate;

/**
 * What a list of items is to be like.
 *
 * @param size the most items, positive
 * @param reasons the most terms, and the most reasons, given for one item
 * @param admits which items may be on the list, by number
 */
public record ContentRequest(int size, int reasons, IntPredicate admits) {

    public ContentRequest {
        if (size < 1) {
            throw new IllegalArgumentException("size must be positive, got " + size);
        }
        if (reasons < 0) {
            throw new IllegalArgumentException("reasons must not be negative, got " + reasons);
        }
    }

    /** The same without an item. */
    ContentRequest without(int item) {
        return new ContentRequest(size, reasons, other -> other != item && admits.test(other));
    }
}
