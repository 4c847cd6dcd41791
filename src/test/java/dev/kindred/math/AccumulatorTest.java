package dev.kindred.math;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.testing.RandomTest;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class AccumulatorTest {

    private static final int IDS = 5000;

    @RandomTest
    void equalsAMapOfSums(RandomGenerator random) {
        Accumulator accumulator = new Accumulator();
        accumulator.ensureCapacity(IDS);
        Map<Integer, Double> expected = new HashMap<>();

        for (int i = 0; i < 10_000; i++) {
            int id = random.nextInt(IDS);
            double amount = random.nextInt(-2, 3); // sums of exactly 0 are likely
            accumulator.add(id, amount);
            expected.merge(id, amount, Double::sum);
        }

        assertThat(accumulator.size()).isEqualTo(expected.size());
        expected.forEach((id, sum) -> {
            assertThat(accumulator.has(id)).isTrue();
            assertThat((float) accumulator.sum(id)).isEqualTo(sum.floatValue());
        });
    }

    @Test
    void isEmptyAfterClear() {
        Accumulator accumulator = new Accumulator();
        accumulator.add(7, 1);

        accumulator.clear();

        assertThat(accumulator.size()).isZero();
        assertThat(accumulator.has(7)).isFalse();
    }
}
