package dev.kindred.lab.evaluation.metrics;

import java.util.Arrays;

/**
 * How unevenly recommendations are spread over the items of the catalog: 0 if all items are recommended equally often,
 * near 1 if one item has all recommendations.
 *
 * <p>With counts x_1 ≤ … ≤ x_n, 0 for items that were never recommended: {@code Σ_i (2i - n - 1)·x_i / (n·Σ x)}. Source:
 * Fleder and Hosanagar, <em>Blockbuster Culture's Next Rise or Fall</em>, Management Science 55 (2009).
 */
public final class Gini {

    private Gini() {}

    /**
     * The Gini coefficient of a run.
     *
     * @param items the number of items in the catalog, which includes all recommended ones
     * @return in [0, 1); 0 when nothing was recommended
     */
    public static double of(Exposure exposure, int items) {
        long[] shown = exposure.counts().values().stream()
                .mapToLong(Long::longValue)
                .sorted()
                .toArray();
        double weighted = 0;
        double total = Arrays.stream(shown).sum();
        for (int i = 0; i < shown.length; i++) {
            long rank = (long) items - shown.length + i + 1; // items never shown come first
            weighted += (2.0 * rank - items - 1) * shown[i];
        }
        return total == 0 ? 0 : weighted / (items * total);
    }
}
