package dev.kindred.profile;

import dev.kindred.model.Described;
import java.util.List;

/**
 * What a user is drawn to. Each list has the greatest weight first, ties by name.
 *
 * <p>An item counts by the affinity to it as of the latest event; items that the catalog does not have, or to which the
 * affinity is not positive, do not count, nor do those that say nothing of the kind of a list. An item in several categories
 * counts for each in equal parts, so those directly below another have no more weight than that one. An item counts in full
 * for each of its tags, so their weights need not add up to anything.
 *
 * @param terms empty where only the other lists were asked for
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

    /** No more than so many of each list, those of greatest weight. */
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
