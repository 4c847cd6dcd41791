package dev.kindred.content;

import dev.kindred.model.Item;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The slow twin: TF-IDF vectors of a whole catalog and their cosines, from the definition. Terms are plain text. */
final class NaiveContent {

    private final Map<String, Map<String, Double>> vectors = new TreeMap<>(); // by item

    NaiveContent(Collection<Item> catalog) {
        Map<String, Map<String, Double>> frequencies = new TreeMap<>();
        for (Item item : catalog) {
            Map<String, Double> tf = termFrequencies(item);
            if (!tf.isEmpty()) {
                frequencies.put(item.itemId(), tf);
            }
        }
        frequencies.forEach((item, tf) -> {
            Map<String, Double> vector = new TreeMap<>();
            tf.forEach((term, weight) -> {
                double df = frequencies.values().stream()
                        .filter(other -> other.containsKey(term))
                        .count();
                vector.put(term, weight * Math.log(1 + frequencies.size() / df));
            });
            vectors.put(item, vector);
        });
    }

    private static Map<String, Double> termFrequencies(Item item) {
        Map<String, Double> weights = new TreeMap<>();
        add(weights, Catalogs.FIELDS.title(), split("w:", item.title()));
        add(weights, Catalogs.FIELDS.description(), split("w:", item.description()));
        List<String> categories = new ArrayList<>();
        for (String category : item.categories()) {
            String path = "c:";
            for (String step : category.split(" > ", -1)) {
                path += "/" + step;
                categories.add(path);
            }
        }
        add(weights, Catalogs.FIELDS.categories(), categories);
        add(
                weights,
                Catalogs.FIELDS.tags(),
                item.tags().stream().map(tag -> "t:" + lower(tag)).toList());
        add(weights, Catalogs.FIELDS.brand(), item.brand().isEmpty() ? List.of() : List.of("b:" + lower(item.brand())));
        return weights;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static List<String> split(String prefix, String text) {
        return text.isEmpty()
                ? List.of()
                : List.of(text.split(" ")).stream().map(word -> prefix + word).toList();
    }

    private static void add(Map<String, Double> weights, double field, List<String> terms) {
        for (String term : new TreeSet<>(terms)) {
            double tf = terms.stream().filter(term::equals).count();
            weights.merge(term, field * (1 + Math.log(tf)), Double::sum);
        }
    }

    /** The TF-IDF vector of an item; empty if the catalog does not know it. */
    Map<String, Double> vector(String item) {
        return vectors.getOrDefault(item, Map.of());
    }

    /** The sum of unit vectors, each times the interest. */
    Map<String, Double> profile(Map<String, Double> interests) {
        Map<String, Double> profile = new TreeMap<>();
        interests.forEach((item, interest) -> vector(item)
                .forEach((term, weight) -> profile.merge(term, interest * weight / norm(vector(item)), Double::sum)));
        return profile;
    }

    double cosine(Map<String, Double> profile, String item) {
        double dot = 0;
        for (Map.Entry<String, Double> term : vector(item).entrySet()) {
            dot += term.getValue() * profile.getOrDefault(term.getKey(), 0.0);
        }
        double norms = norm(profile) * norm(vector(item));
        return norms == 0 ? 0 : dot / norms;
    }

    static double norm(Map<String, Double> vector) {
        return Math.sqrt(vector.values().stream().mapToDouble(w -> w * w).sum());
    }

    /** The items with a positive cosine, most similar first, then by id. */
    List<String> ranked(Map<String, Double> profile, Set<String> excluded) {
        return vectors.keySet().stream()
                .filter(item -> !excluded.contains(item))
                .filter(item -> (float) cosine(profile, item) > 0)
                .sorted(Comparator.comparing((String item) -> -(float) cosine(profile, item))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }
}
