package dev.kindred.lab.evaluation;

import dev.kindred.model.Item;
import dev.kindred.model.Require;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The settings that all runs of one evaluation share.
 *
 * @param k the length of lists for the metrics, positive
 * @param limit the greatest number of predictions per run, positive
 * @param catalog the ids of items that may be recommended, in addition to those of the log
 * @param categories by item id, for the diversity of lists; items without categories do not count
 */
public record EvaluationSettings(int k, long limit, Set<String> catalog, Map<String, Set<String>> categories) {

    public EvaluationSettings {
        Require.that(k >= 1, "k must be positive", k);
        Require.that(limit >= 1, "limit must be positive", limit);
        catalog = Set.copyOf(catalog);
        categories = Map.copyOf(categories);
    }

    /** With these items and their categories. */
    public EvaluationSettings(int k, long limit, Collection<Item> items) {
        this(k, limit, items.stream().map(Item::itemId).collect(Collectors.toSet()), categories(items));
    }

    private static Map<String, Set<String>> categories(Collection<Item> items) {
        Map<String, Set<String>> categories = new HashMap<>();
        for (Item item : items) {
            if (!item.categories().isEmpty()) {
                categories.put(item.itemId(), new TreeSet<>(item.categories()));
            }
        }
        return categories;
    }
}
