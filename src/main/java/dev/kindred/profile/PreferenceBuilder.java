package dev.kindred.profile;

import dev.kindred.model.Item;
import dev.kindred.model.Price;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sums up the preferences of a user over weighted items. Not thread safe: one per user. */
final class PreferenceBuilder {

    private final Shares categories = new Shares();
    private final Shares brands = new Shares();
    private final Shares tags = new Shares();
    private final Shares currencies = new Shares();
    private final Map<String, List<WeightedPrice>> prices = new HashMap<>(); // by currency

    private record WeightedPrice(double amount, double weight) {}

    /** Adds an item with a positive weight. */
    void add(Item item, double weight) {
        addCategories(Set.copyOf(item.categories()), weight);
        if (!item.brand().isEmpty()) {
            brands.addToWhole(weight);
            brands.add(item.brand(), weight);
        }
        tags.addToWhole(weight);
        item.tags().forEach(tag -> tags.add(tag, weight));
        item.price().ifPresent(price -> addPrice(price, weight));
    }

    private void addCategories(Set<String> paths, double weight) {
        if (paths.isEmpty()) {
            return;
        }
        categories.addToWhole(weight);
        for (String path : paths) {
            withAncestors(path).forEach(category -> categories.add(category, weight / paths.size()));
        }
    }

    private static List<String> withAncestors(String path) {
        List<String> all = new ArrayList<>();
        for (int end = path.indexOf(Item.STEP); end >= 0; end = path.indexOf(Item.STEP, end + Item.STEP.length())) {
            all.add(path.substring(0, end));
        }
        all.add(path);
        return all;
    }

    private void addPrice(Price price, double weight) {
        currencies.addToWhole(weight);
        currencies.add(price.currency(), weight);
        prices.computeIfAbsent(price.currency(), currency -> new ArrayList<>())
                .add(new WeightedPrice(price.amount(), weight));
    }

    /** The preferences so far, with the terms of the same items. */
    Preferences preferences(List<TermPreference> terms) {
        return new Preferences(
                categories.preferences(),
                brands.preferences(),
                tags.preferences(),
                currencies.preferences().stream().map(this::band).toList(),
                terms);
    }

    private PriceBand band(Preference currency) {
        List<WeightedPrice> ascending = prices.getOrDefault(currency.name(), List.of()).stream()
                .sorted(Comparator.comparingDouble(WeightedPrice::amount).thenComparing(WeightedPrice::weight))
                .toList();
        return new PriceBand(
                currency.name(),
                currency.weight(),
                quantile(ascending, 0.25),
                quantile(ascending, 0.5),
                quantile(ascending, 0.75));
    }

    private static double quantile(List<WeightedPrice> ascending, double fraction) {
        double wanted =
                fraction * ascending.stream().mapToDouble(WeightedPrice::weight).reduce(0, Double::sum);
        double below = 0;
        for (WeightedPrice price : ascending) {
            below += price.weight();
            if (below >= wanted) {
                return price.amount();
            }
        }
        throw new IllegalArgumentException("a quantile needs a price");
    }
}
