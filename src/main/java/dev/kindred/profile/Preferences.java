package dev.kindred.profile;

import java.util.List;

/**
 * What a user is drawn to. Each list has the greatest weight first, ties by name.
 *
 * <p>An item counts by the affinity to it as of the latest event; items that the catalog does not have, or to which the
 * affinity is not positive, do not count. A list is empty if no item that counts says anything of its kind.
 *
 * @param categories and all those above them. An item in several categories counts for each in equal parts, so the weights
 *     of the categories at the top add up to 1, and those directly below another to no more than that one's. Of the items
 *     that have a category
 * @param brands add up to 1. Of the items that have a brand
 * @param tags each is the share of all items with this tag: an item counts in full for each of its tags, so they need not
 *     add up to anything
 * @param prices by currency; their weights add up to 1. Of the items that have a price
 */
public record Preferences(
        List<Preference> categories, List<Preference> brands, List<Preference> tags, List<PriceBand> prices) {

    public Preferences {
        categories = List.copyOf(categories);
        brands = List.copyOf(brands);
        tags = List.copyOf(tags);
        prices = List.copyOf(prices);
    }

    /** No more than so many of each kind, those of greatest weight. */
    Preferences strongest(int most) {
        return new Preferences(first(most, categories), first(most, brands), first(most, tags), first(most, prices));
    }

    private static <T> List<T> first(int most, List<T> all) {
        return all.subList(0, Math.min(most, all.size()));
    }
}
