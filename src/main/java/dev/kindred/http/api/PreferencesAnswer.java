package dev.kindred.http.api;

import dev.kindred.http.Described;
import dev.kindred.profile.Preferences;
import dev.kindred.profile.PriceBand;
import dev.kindred.profile.TermPreference;
import java.util.List;

/** What a user is drawn to, as JSON. */
record PreferencesAnswer(
        @Described("Categories and those above them; the weights of those at the top add up to 1.")
        List<Preference> categories,

        @Described("The weights add up to 1.") List<Preference> brands,

        @Described("Each weight is the share of all items with this tag.")
        List<Preference> tags,

        @Described("By currency; the weights add up to 1.") List<Band> prices,

        @Described(
                "What the items have in common by their descriptions, rare things counting more: the strongest words,"
                        + " categories, tags and brands.")
        List<Term> terms) {

    PreferencesAnswer {
        categories = List.copyOf(categories);
        brands = List.copyOf(brands);
        tags = List.copyOf(tags);
        prices = List.copyOf(prices);
        terms = List.copyOf(terms);
    }

    /** A category, brand or tag. */
    record Preference(
            @Described("As the catalog spells it.") String name,

            @Described("The share of the user's affinity, in (0, 1].")
            double weight) {

        static List<Preference> all(List<dev.kindred.profile.Preference> preferences) {
            return preferences.stream()
                    .map(preference -> new Preference(preference.name(), preference.weight()))
                    .toList();
        }
    }

    /** The quartiles of prices in one currency, weighted by affinity. */
    record Band(
            @Described("The ISO 4217 code.") String currency,

            @Described("The share of the user's affinity, in (0, 1].")
            double weight,

            @Described("A quarter of the weight is on items that cost no more.")
            double low,

            @Described("Half of the weight is on items that cost no more.")
            double median,

            @Described("Three quarters of the weight are on items that cost no more.")
            double high) {

        static Band of(PriceBand band) {
            return new Band(band.currency(), band.weight(), band.low(), band.median(), band.high());
        }
    }

    /** A term of the catalog. */
    record Term(
            @Described("Where it stands: word, category, tag or brand.")
            String kind,

            @Described("A word in its base form, or the name of the category, tag or brand.")
            String term,

            @Described("The coordinate in a vector of length 1 of all terms.")
            double weight) {

        static Term of(TermPreference preference) {
            return new Term(preference.kind(), preference.term(), preference.weight());
        }
    }

    static PreferencesAnswer of(Preferences preferences, List<TermPreference> terms) {
        return new PreferencesAnswer(
                Preference.all(preferences.categories()),
                Preference.all(preferences.brands()),
                Preference.all(preferences.tags()),
                preferences.prices().stream().map(Band::of).toList(),
                terms.stream().map(Term::of).toList());
    }
}
