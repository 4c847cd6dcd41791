package dev.kindred.lab.evaluation.metrics;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How often each item was recommended, and what this says of the use of the catalog. Not thread safe. */
public final class Exposure {

    private final Map<String, Long> counts = new HashMap<>(); // positive, by item

    /** Adds one list. */
    public void add(List<String> list) {
        list.forEach(item -> counts.merge(item, 1L, Long::sum));
    }

    /**
     * The fraction of the catalog that was recommended to any user: {@code recommended items / items}.
     *
     * <p>Source: Ge, Delgado-Battenfeld and Jannach, <em>Beyond Accuracy: Evaluating Recommender Systems by Coverage and
     * Serendipity</em>, RecSys 2010.
     *
     * @param items the number of items in the catalog, which includes all recommended ones
     * @return in [0, 1]; 0 for an empty catalog
     */
    public double coverage(int items) {
        return items == 0 ? 0 : (double) counts.size() / items;
    }

    /**
     * How unevenly recommendations are spread over the items of the catalog: 0 if all items are recommended equally often,
     * near 1 if one item has all recommendations.
     *
     * <p>With counts x_1 ≤ … ≤ x_n, 0 for items that were never recommended: {@code Σ_i (2i - n - 1)·x_i / (n·Σ x)}. Source:
     * Fleder and Hosanagar, <em>Blockbuster Culture's Next Rise or Fall</em>, Management Science 55 (2009).
     *
     * @param items as for the coverage
     * @return in [0, 1); 0 when nothing was recommended
     */
    public double gini(int items) {
        long[] shown =
                counts.values().stream().mapToLong(Long::longValue).sorted().toArray();
        double weighted = 0;
        double total = Arrays.stream(shown).sum();
        for (int i = 0; i < shown.length; i++) {
            long rank = (long) items - shown.length + i + 1; // items never shown come first
            weighted += (2.0 * rank - items - 1) * shown[i];
        }
        return total == 0 ? 0 : weighted / (items * total);
    }

    /**
     * How unexpected recommendations are: the mean self-information of the recommended items by their popularity in training,
     * in bits; each item counts as often as it was recommended.
     *
     * <p>Source: Zhou et al., <em>Solving the Apparent Diversity-Accuracy Dilemma of Recommender Systems</em>, PNAS 107
     * (2010), where the probability of an item is its fraction of the training events.
     *
     * @return at least 0; 0 when nothing was recommended
     */
    public double novelty(ItemPopularity popularity) {
        double information = 0;
        double shown = 0;
        for (var item : counts.entrySet()) {
            information += item.getValue() * popularity.selfInformation(item.getKey());
            shown += item.getValue();
        }
        return shown == 0 ? 0 : information / shown;
    }
}
