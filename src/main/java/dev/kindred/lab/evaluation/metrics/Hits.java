package dev.kindred.lab.evaluation.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Where the right items stand in one list.
 *
 * @param ranks of the right items that the list has, ascending, in [1, k]
 * @param relevant how many items would be right, whether the list has them or not; positive
 * @param k how many items a list may have
 */
public record Hits(List<Integer> ranks, int relevant, int k) {

    public Hits {
        if (relevant < 1) {
            throw new IllegalArgumentException("relevant must be positive, got " + relevant);
        }
        if (k < 1) {
            throw new IllegalArgumentException("k must be positive, got " + k);
        }
        ranks = List.copyOf(ranks);
    }

    /**
     * The hits of a list, of which the first k items count.
     *
     * @param list distinct items, best first
     * @param relevant the items that are right, not empty
     */
    public static Hits of(List<String> list, Set<String> relevant, int k) {
        List<Integer> ranks = new ArrayList<>();
        for (int place = 0; place < Math.min(k, list.size()); place++) {
            if (relevant.contains(list.get(place))) {
                ranks.add(place + 1);
            }
        }
        return new Hits(ranks, relevant.size(), k);
    }

    public boolean isEmpty() {
        return ranks.isEmpty();
    }
}
