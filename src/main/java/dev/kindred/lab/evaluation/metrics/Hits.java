package dev.kindred.lab.evaluation.metrics;

import dev.kindred.model.Require;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The ranks of the right items in one list.
 *
 * @param ranks of the right items in the list, ascending, in [1, k]
 * @param relevant the number of right items, in the list or not; positive
 * @param k the greatest length of a list, positive
 */
public record Hits(List<Integer> ranks, int relevant, int k) {

    public Hits {
        Require.that(relevant >= 1, "relevant must be positive", relevant);
        Require.that(k >= 1, "k must be positive", k);
        ranks = List.copyOf(ranks);
    }

    /**
     * The hits among the first k items of a list.
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
