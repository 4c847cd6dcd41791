package dev.kindred.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.testing.RandomTest;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class DecayTest {

    @Test
    void leavesHalfAfterOneHalfLife() {
        Decay decay = Decay.ofHalfLife(Duration.ofDays(30));

        assertThat(decay.factor(Duration.ofDays(30).toMillis())).isEqualTo(0.5);
        assertThat(decay.factor(Duration.ofDays(60).toMillis())).isEqualTo(0.25);
    }

    @Test
    void leavesAllWithoutAHalfLife() {
        assertThat(Decay.NONE.factor(Long.MAX_VALUE)).isEqualTo(1);
    }

    @RandomTest
    void dependsOnlyOnTheTotalOfSteps(RandomGenerator random) {
        Decay decay = new Decay(random.nextDouble(1, 1e9));
        long first = random.nextLong(1_000_000);
        long second = random.nextLong(1_000_000);

        double inSteps = decay.factor(first) * decay.factor(second);

        assertThat(inSteps).isCloseTo(decay.factor(first + second), within(1e-12));
    }

    @Test
    void staysFiniteForNegativeTimes() {
        assertThat(new Decay(1).factor(-1_000_000)).isEqualTo(Double.MAX_VALUE);
    }

    @Test
    void rejectsAHalfLifeThatIsNotPositive() {
        assertThatThrownBy(() -> new Decay(0)).hasMessage("halfLifeMs must be positive, got 0.0");
        assertThatThrownBy(() -> new Decay(Double.NaN)).hasMessageContaining("NaN");
    }
}
