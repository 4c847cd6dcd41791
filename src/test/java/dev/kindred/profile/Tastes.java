package dev.kindred.profile;

import dev.kindred.model.Interaction;
import dev.kindred.model.Item;
import dev.kindred.model.Price;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** Items, and what a user is drawn to, computed slowly from all events and the definitions of {@link Preferences}. */
final class Tastes {

    private final Map<Item, Double> liked = new HashMap<>(); // those with a positive affinity as of the last event

    /** By events that each count 1 times their strength, and lose half of that with every half-life. */
    Tastes(List<Interaction> events, double halfLifeMs, Function<String, Optional<Item>> itemOf) {
        long lastMs = events.stream().mapToLong(Interaction::timestampMs).max().orElseThrow();
        Map<String, Double> affinities = events.stream()
                .collect(Collectors.groupingBy(
                        Interaction::itemId,
                        Collectors.summingDouble(event ->
                                event.strength() * Math.pow(0.5, (lastMs - event.timestampMs()) / halfLifeMs))));
        affinities.forEach((itemId, affinity) -> itemOf.apply(itemId).ifPresent(item -> liked.put(item, affinity)));
    }

    Map<String, Double> categories() {
        Set<String> names = new HashSet<>();
        for (Item item : liked.keySet()) {
            for (String path : item.categories()) {
                String[] steps = path.split(" > ", -1);
                for (int i = 1; i <= steps.length; i++) {
                    names.add(String.join(" > ", List.of(steps).subList(0, i)));
                }
            }
        }
        return shares(
                names,
                item -> !item.categories().isEmpty(),
                (item, name) -> item.categories().stream()
                                .filter(path -> (path + " > ").startsWith(name + " > "))
                                .count()
                        / (double) item.categories().size());
    }

    Map<String, Double> brands() {
        Set<String> names = liked.keySet().stream().map(Item::brand).collect(Collectors.toSet());
        names.remove("");
        return shares(
                names,
                item -> !item.brand().isEmpty(),
                (item, name) -> item.brand().equals(name) ? 1 : 0);
    }

    Map<String, Double> tags() {
        Set<String> names =
                liked.keySet().stream().flatMap(item -> item.tags().stream()).collect(Collectors.toSet());
        return shares(names, item -> true, (item, name) -> item.tags().contains(name) ? 1 : 0);
    }

    Map<String, Double> currencies() {
        Set<String> names = liked.keySet().stream()
                .flatMap(item -> item.price().stream())
                .map(Price::currency)
                .collect(Collectors.toSet());
        return shares(names, item -> item.price().isPresent(), (item, name) -> isIn(name, item) ? 1 : 0);
    }

    private interface Part {
        double of(Item item, String name);
    }

    private Map<String, Double> shares(Set<String> names, Function<Item, Boolean> counts, Part part) {
        double whole = liked.keySet().stream()
                .filter(counts::apply)
                .mapToDouble(this::weight)
                .sum();
        Map<String, Double> shares = new HashMap<>();
        for (String name : names) {
            double sum = liked.keySet().stream()
                    .filter(counts::apply)
                    .mapToDouble(item -> weight(item) * part.of(item, name))
                    .sum();
            shares.put(name, sum / whole);
        }
        return shares;
    }

    /** The least price of an item for which those that cost no more have this part of the weight. */
    double quantile(String currency, double part) {
        return liked.keySet().stream()
                .filter(item -> isIn(currency, item))
                .mapToDouble(Tastes::amount)
                .filter(amount -> weight(currency, amount) >= part * weight(currency, Double.MAX_VALUE))
                .min()
                .orElseThrow();
    }

    private double weight(Item item) {
        return liked.getOrDefault(item, 0.0);
    }

    private double weight(String currency, double most) {
        return liked.keySet().stream()
                .filter(item -> isIn(currency, item) && amount(item) <= most)
                .mapToDouble(this::weight)
                .sum();
    }

    private static double amount(Item item) {
        return item.price().orElseThrow().amount();
    }

    private static boolean isIn(String currency, Item item) {
        return item.price().filter(price -> price.currency().equals(currency)).isPresent();
    }

    /** An item with some of everything, or without. */
    static Item random(RandomGenerator random, String id) {
        List<String> paths =
                List.of("Home", "Home > Kitchen", "Home > Kitchen > Coffee", "Home > Bath", "Garden > Tools");
        List<String> categories =
                paths.stream().filter(path -> random.nextInt(4) == 0).toList();
        Set<String> tags = List.of("new", "sale", "gift").stream()
                .filter(tag -> random.nextInt(3) == 0)
                .collect(Collectors.toSet());
        Optional<Price> price = random.nextInt(4) == 0
                ? Optional.empty()
                : Optional.of(new Price(random.nextInt(1, 10), random.nextInt(3) == 0 ? "USD" : "EUR"));
        String brand = List.of("", "Acme", "Bolt", "Cusp").get(random.nextInt(4));
        return item(id, categories, tags, brand, price);
    }

    static Item item(String id, List<String> categories, Set<String> tags, String brand, Optional<Price> price) {
        return new Item(
                id, "", "", categories, tags, brand, price, "", Map.of(), true, false, OptionalLong.empty(), 0, false);
    }
}
