package dev.kindred.lab.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.testing.RandomTest;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

final class RangeTest {

    @Test
    void ofDifferencesHasRoundTicks() {
        assertThat(Range.of(0, 0.42, false).ticks())
                .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-12 ? 0 : 1)
                .containsExactly(0.0, 0.1, 0.2, 0.3, 0.4, 0.5);
        assertThat(Range.of(-3, 20, false).ticks()).containsExactly(-5.0, 0.0, 5.0, 10.0, 15.0, 20.0);
        assertThat(Range.of(7, 7, false).ticks()).containsExactly(6.0, 8.0);
    }

    @Test
    void ofRatiosHasOneTwoAndFiveUnlessTheyAreMany() {
        assertThat(Range.of(30, 1234, true).ticks()).containsExactly(20.0, 50.0, 100.0, 200.0, 500.0, 1000.0, 2000.0);
        assertThat(Range.of(5, 5, true).ticks()).containsExactly(5.0, 10.0);
        assertThat(Range.of(1, 1e6, true).ticks()).containsExactly(1.0, 10.0, 100.0, 1e3, 1e4, 1e5, 1e6);
    }

    @Test
    void saysWhereAValueStands() {
        assertThat(Range.of(0, 10, false).shareOf(5)).isEqualTo(0.5);
        assertThat(Range.of(1, 100, true).shareOf(10)).isCloseTo(0.5, within(1e-12));
    }

    @RandomTest
    void holdsEveryValueAndStaysClose(RandomGenerator random) {
        boolean isLogarithmic = random.nextBoolean();
        double one = Math.exp(random.nextDouble(-20, 20));
        double other = one * Math.exp(random.nextDouble(0, 10));

        Range range = Range.of(one, other, isLogarithmic);

        assertThat(range.shareOf(one)).isBetween(-1e-6, 1.0);
        assertThat(range.shareOf(other)).isBetween(0.0, 1 + 1e-6);
        assertThat(range.ticks()).isSorted().doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(13);
        assertThat(range.ticks())
                .allSatisfy(tick -> assertThat(range.shareOf(tick)).isBetween(0.0, 1.0));
    }
}
