package dev.kindred.math;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.testing.RandomTest;
import java.util.Arrays;
import java.util.random.RandomGenerator;

class DenseRanksTest {

    private final DenseRanks ranks = new DenseRanks();

    @RandomTest
    void countTheDifferentValuesBelow(RandomGenerator random) {
        for (int size = 0; size < 50; size++) {
            long[] values = random.longs(size + 3L, -5, 20).toArray();
            int[] found = new int[size + 7];

            int different = ranks.rank(values, size, found, 7);

            long[] ranked = Arrays.copyOf(values, size);
            assertThat(different)
                    .isEqualTo((int) Arrays.stream(ranked).distinct().count());
            for (int i = 0; i < size; i++) {
                long own = values[i];
                assertThat(found[7 + i]).isEqualTo((int)
                        Arrays.stream(ranked).filter(v -> v < own).distinct().count());
            }
        }
    }
}
