package dev.kindred.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.kindred.testing.RandomTest;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

final class RoundingTest {

    @Test
    void keepsThreeDigits() {
        assertThat(Rounding.toThreeDigits(0.0123456)).isEqualTo(0.0123);
        assertThat(Rounding.toThreeDigits(0.99951)).isEqualTo(1.0);
        assertThat(Rounding.toThreeDigits(0)).isZero();
    }

    @RandomTest
    void staysWithinHalfAPercent(RandomGenerator random) {
        double value = Math.scalb(random.nextDouble(1, 2), random.nextInt(-60, 60));

        double rounded = Rounding.toThreeDigits(value);

        assertThat(rounded).isCloseTo(value, withinPercentage(0.5));
        assertThat(rounded).isEqualTo(Double.parseDouble(String.format(Locale.ROOT, "%.2e", rounded)));
    }
}
