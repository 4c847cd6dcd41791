package dev.kindred.lab.evaluation.metrics;

import java.util.Arrays;

/**
 * How unevenly recommendations fall on the items of the catalog: 0 when all are recommended alike, near 1 when one takes
 * all.
 *
 * <p>With counts x_1 ≤ … ≤ x_n, those of items never recommended being 0: {@code Σ_i (2i - n - 1)·x_i / (n·Σ x)}. Source:
 * Fleder and Hosanagar, <em>Blockbuster Culture's Next Rise or Fall</em>, Management Science 55 (2009).
 */
public final class Gini {

    private Gini() {}

    /**
     * The Gini coefficient of a run.
     *
     * @param items how many items the catalog has, at least those that were recommended
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
            long place = (long) items - shown.length + i + 1; // items never shown come first
            weighted += (2.0 * place - items - 1) * shown[i];
        }
        return total == 0 ? 0 : weighted / (items * total);
    }
}
