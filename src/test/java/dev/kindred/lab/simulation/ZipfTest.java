package dev.kindred.lab.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class ZipfTest {

    private static final int DRAWS = 200_000;

    private final SplittableRandom random = new SplittableRandom(7);

    @Test
    void fallsWithTheRank() {
        int[] counts = counts(10);

        for (int rank = 1; rank < 10; rank++) {
            assertThat(counts[rank]).isPositive().isLessThan(counts[rank - 1]);
        }
    }

    @Test
    void drawsAsItsDistributionSays() {
        int[] counts = counts(10);

        // (1 - 2^-0.5) / (1 - 11^-0.5) = 0.29289 / 0.69849 = 0.4193
        assertThat((double) counts[0] / DRAWS).isBetween(0.414, 0.425);
    }

    @Test
    void knowsOneRankOnly() {
        assertThat(counts(1)).containsExactly(DRAWS);
    }

    private int[] counts(int n) {
        int[] counts = new int[n];
        for (int i = 0; i < DRAWS; i++) {
            counts[Zipf.rank(random, n)]++;
        }
        return counts;
    }
}
