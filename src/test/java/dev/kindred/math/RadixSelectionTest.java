package dev.kindred.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.testing.RandomTest;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

final class RadixSelectionTest {

    private final RadixSelection selection = new RadixSelection();

    @RandomTest(seeds = 20)
    void equalsSorting(RandomGenerator random) {
        float[] values = new float[random.nextInt(1, 300)];
        int distinct = random.nextInt(1, 100);
        for (int i = 0; i < values.length; i++) {
            values[i] = (random.nextInt(distinct) - distinct / 3) * (float) Math.pow(10, random.nextInt(-30, 30));
        }
        float[] sorted = values.clone();
        Arrays.sort(sorted);

        for (int k = 1; k <= values.length; k++) {
            float found = selection.kthGreatest(values.clone(), values.length, k);

            assertThat(found).isEqualTo(sorted[sorted.length - k]);
        }
    }

    @Test
    void findsTheBoundsOfFloats() {
        float[] values = {Float.MIN_VALUE, -Float.MAX_VALUE, Float.MAX_VALUE, -Float.MIN_VALUE, 1};

        assertThat(selection.kthGreatest(values.clone(), 5, 1)).isEqualTo(Float.MAX_VALUE);
        assertThat(selection.kthGreatest(values.clone(), 5, 3)).isEqualTo(Float.MIN_VALUE);
        assertThat(selection.kthGreatest(values.clone(), 5, 5)).isEqualTo(-Float.MAX_VALUE);
    }

    @Test
    void rejectsARankOutOfRange() {
        assertThatThrownBy(() -> selection.kthGreatest(new float[3], 3, 4))
                .hasMessageStartingWith("k must be in [1, 3]");
        assertThatThrownBy(() -> selection.kthGreatest(new float[3], 3, 0))
                .hasMessageStartingWith("k must be in [1, 3]");
    }
}
