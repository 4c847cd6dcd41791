package dev.kindred.lab.evaluation;

import dev.kindred.lab.evaluation.metrics.Hits;
import java.util.ArrayList;
import java.util.List;

/** How the hit rate grows with the length of the lists. */
final class HitsByRank {

    private final long[] firstHits; // by rank - 1
    private long predictions;

    HitsByRank(int k) {
        this.firstHits = new long[k];
    }

    void add(Hits hits) {
        if (!hits.isEmpty()) {
            firstHits[hits.ranks().get(0) - 1]++;
        }
        predictions++;
    }

    /** The hit rates of lists of 1, 2 … k items. */
    List<Double> hitRates() {
        List<Double> rates = new ArrayList<>();
        long sum = 0;
        for (long count : firstHits) {
            sum += count;
            rates.add(predictions == 0 ? 0 : (double) sum / predictions);
        }
        return rates;
    }
}
