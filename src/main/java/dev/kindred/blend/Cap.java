package dev.kindred.blend;

import dev.kindred.model.Require;
import java.util.Collection;
import java.util.function.IntFunction;

/**
 * The greatest number of items of one kind in a list.
 *
 * @param kindsOf the kinds of an item, by number, such as its brand or its categories; an item without a kind is not
 *     limited
 * @param limit the greatest number of items of each kind, positive
 */
public record Cap(IntFunction<? extends Collection<String>> kindsOf, int limit) {

    public Cap {
        Require.that(limit >= 1, "limit must be positive", limit);
    }
}
