package dev.kindred.lab.evaluation.metrics;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * How different the items of one list are: the mean of {@code 1 - Jaccard(categories)} over all pairs of the list's items
 * with categories, averaged over the lists with such a pair.
 *
 * <p>Source: Ziegler et al., <em>Improving Recommendation Lists Through Topic Diversification</em>, WWW 2005, with the
 * similarity of two sets by Jaccard, {@code |A ∩ B| / |A ∪ B|}. Not thread safe.
 */
public final class Diversity {

    private final Map<String, Set<String>> categories;
    private double sum;
    private long lists;

    /**
     * Starts without lists.
     *
     * @param categories by item id; items without categories do not count
     */
    public Diversity(Map<String, Set<String>> categories) {
        this.categories = categories;
    }

    /** Adds one list. */
    public void add(List<String> list) {
        List<Set<String>> known = list.stream()
                .map(item -> categories.getOrDefault(item, Set.of()))
                .filter(set -> !set.isEmpty())
                .toList();
        if (known.size() > 1) {
            sum += meanDistance(known);
            lists++;
        }
    }

    private static double meanDistance(List<Set<String>> sets) {
        double distances = 0;
        for (int i = 0; i < sets.size(); i++) {
            for (int j = 0; j < i; j++) {
                distances += 1 - jaccard(sets.get(i), sets.get(j));
            }
        }
        return distances / (sets.size() * (sets.size() - 1.0) / 2);
    }

    private static double jaccard(Set<String> one, Set<String> other) {
        Set<String> common = new HashSet<>(one);
        common.retainAll(other);
        return (double) common.size() / (one.size() + other.size() - common.size());
    }

    /** The diversity, in [0, 1]; empty when no list had two items with categories. */
    public OptionalDouble mean() {
        return lists == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / lists);
    }
}
