package dev.kindred.blend;

import java.util.Collection;
import java.util.function.IntFunction;

/**
 * How many items of a kind a list may have.
 *
 * @param kindsOf for the number of an item its kinds, such as its brand or its categories; an item without any is never too
 *     many
 * @param most how many of each kind, positive
 */
public record Cap(IntFunction<? extends Collection<String>> kindsOf, int most) {

    public Cap {
        if (most < 1) {
            throw new IllegalArgumentException("most must be positive, got " + most);
        }
    }
}
