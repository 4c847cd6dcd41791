package dev.kindred.profile;

import dev.kindred.model.Described;
import java.util.List;

/**
 * The preferences of a user. Each list is ordered by weight, greatest first, ties by name.
 *
 * <p>An item counts with the user's affinity to it as of the latest event. Items that are not in the catalog, items
 * without a positive affinity, and, in each list, items without a value for it do not count. The weight of an item in
 * several categories is divided equally among them, so the categories directly below another never weigh more than it.
 * An item counts in full for each of its tags, so the weights of tags have no fixed sum.
 *
 * @param terms empty if they were not requested
 */
public record Preferences(
        @Described("Categories and those above them; the weights of those at the top add up to 1.")
        List<Preference> categories,

        @Described("The weights add up to 1.") List<Preference> brands,

        @Described("Each weight is the share of all items with this tag.")
        List<Preference> tags,

        @Described("By currency; the weights add up to 1.") List<PriceBand> prices,

        @Described(
                "What the items have in common by their descriptions, rare things counting more: the strongest words,"
                        + " categories, tags and brands.")
        List<TermPreference> terms) {

    public Preferences {
        categories = List.copyOf(categories);
        brands = List.copyOf(brands);
        tags = List.copyOf(tags);
        prices = List.copyOf(prices);
        terms = List.copyOf(terms);
    }

    /** The preferences of greatest weight, at most {@code limit} in each list. */
    Preferences strongest(int limit) {
        return new Preferences(
                first(limit, categories),
                first(limit, brands),
                first(limit, tags),
                first(limit, prices),
                first(limit, terms));
    }

    private static <T> List<T> first(int limit, List<T> all) {
        return all.subList(0, Math.min(limit, all.size()));
    }
}
