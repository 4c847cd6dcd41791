package dev.kindred.blend;

import dev.kindred.expression.ItemFilter;
import dev.kindred.model.Item;
import dev.kindred.model.Require;
import java.util.List;
import java.util.Optional;

/**
 * Multiplies the scores of some items.
 *
 * @param when the items that it applies to
 * @param factor the multiplier: above 1 promotes items, below 1 demotes them; positive, at most {@link #MAX_FACTOR}
 */
public record Boost(ItemFilter when, double factor) {

    /** The greatest factor. Use a filter, not a boost, for items that must come first in any case. */
    public static final double MAX_FACTOR = 100;

    public Boost {
        Require.that(factor > 0 && factor <= MAX_FACTOR, "factor must be in (0, " + MAX_FACTOR + "]", factor);
    }

    /**
     * The product of the factors of all boosts that apply to an item.
     *
     * @param item empty if the catalog does not have it
     * @param nowMs the time at which the item's age is measured, in epoch milliseconds
     */
    public static double factorOf(List<Boost> boosts, Optional<Item> item, long nowMs) {
        double product = 1;
        for (Boost boost : boosts) {
            if (boost.when.accepts(item, nowMs)) {
                product *= boost.factor;
            }
        }
        return product;
    }
}
