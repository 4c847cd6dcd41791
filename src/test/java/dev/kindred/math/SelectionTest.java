package dev.kindred.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.testing.RandomTest;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class SelectionTest {

    @RandomTest(seeds = 20)
    void equalsSorting(RandomGenerator random) {
        float[] values = new float[random.nextInt(1, 300)];
        int distinct = random.nextInt(1, 100);
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(distinct);
        }
        float[] sorted = values.clone();
        Arrays.sort(sorted);

        for (int k = 1; k <= values.length; k++) {
            float found = Selection.kthGreatest(values.clone(), values.length, k);

            assertThat(found).isEqualTo(sorted[sorted.length - k]);
        }
    }

    @Test
    void rejectsARankOutOfRange() {
        assertThatThrownBy(() -> Selection.kthGreatest(new float[3], 3, 4)).hasMessage("k must be in [1, 3], got 4");
    }
}
