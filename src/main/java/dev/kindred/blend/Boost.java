package dev.kindred.blend;

import dev.kindred.expression.ItemFilter;
import dev.kindred.model.Item;
import java.util.List;
import java.util.Optional;

/**
 * Moves some items up or down.
 *
 * @param when which items
 * @param factor what their scores are multiplied with: above 1 moves them up, below 1 down; positive, at most {@link
 *     #GREATEST}
 */
public record Boost(ItemFilter when, double factor) {

    /** The greatest factor. What has to come first whatever people like is a filter, not a boost. */
    public static final double GREATEST = 100;

    public Boost {
        if (!(factor > 0 && factor <= GREATEST)) {
            throw new IllegalArgumentException("factor must be in (0, " + GREATEST + "], got " + factor);
        }
    }

    /**
     * The product of the factors of all boosts that concern an item.
     *
     * @param item empty if nothing is known of it
     * @param nowMs the moment from which its age counts, in epoch milliseconds
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
