package dev.kindred.vector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.testing.RandomTest;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class HistogramTest {

    private static int[] counts(Histogram histogram) {
        return IntStream.range(0, histogram.size()).map(histogram::count).toArray();
    }

    private static Histogram random(RandomGenerator random, int limit) {
        byte[] counts = new byte[5];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = (byte) random.nextInt(limit + 1);
        }
        return Histogram.wrap(counts);
    }

    private static int[] halvedUntilTheyFit(int[] counts) {
        int[] fitting = counts.clone();
        while (Arrays.stream(fitting).anyMatch(count -> count > 255)) {
            fitting = Arrays.stream(fitting).map(count -> count / 2).toArray();
        }
        return fitting;
    }

    @RandomTest
    void countsAndHalvesWhereAByteIsTooSmall(RandomGenerator random) {
        Histogram histogram = Histogram.empty(5);
        int[] naive = new int[5];

        for (int i = 0; i < 3000; i++) {
            int at = Math.min(random.nextInt(5), random.nextInt(5));
            histogram = histogram.plusOne(at);
            naive[at]++;
            naive = halvedUntilTheyFit(naive);
            assertThat(counts(histogram)).isEqualTo(naive);
        }
    }

    @RandomTest
    void addsUpAndHalvesWhereAByteIsTooSmall(RandomGenerator random) {
        Histogram one = random(random, random.nextInt(256));
        Histogram other = random(random, random.nextInt(256));

        int[] sums =
                IntStream.range(0, 5).map(i -> one.count(i) + other.count(i)).toArray();
        assertThat(counts(one.plus(other))).isEqualTo(halvedUntilTheyFit(sums));
        assertThat(one.plus(other)).isEqualTo(other.plus(one));
        assertThat(one.plus(Histogram.empty(5))).isEqualTo(one);
    }

    @Test
    void halvesAllCountsForOneMoreEvent() {
        Histogram full = Histogram.wrap(new byte[] {(byte) 255, 100, 1});

        assertThat(counts(full.plusOne(0))).containsExactly(128, 50, 0);
        assertThat(counts(full.plusOne(1))).containsExactly(255, 101, 1);
    }
}
