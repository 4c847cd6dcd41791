package dev.kindred.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kindred.testing.RandomTest;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

final class RetriesTest {

    private final Retries retries = new Retries(50, Duration.ofMillis(100), Duration.ofSeconds(5));

    @RandomTest
    void pausesDoubleUpToTheLongestAndShrinkByAtMostAHalf(RandomGenerator random) {
        long[] fullMs = {100, 200, 400, 800, 1600, 3200, 5000, 5000, 5000};

        for (int round = 0; round < fullMs.length; round++) {
            assertThat(retries.pauseAfter(round, random).toMillis()).isBetween(fullMs[round] / 2, fullMs[round]);
        }
        assertThat(retries.pauseAfter(49, random).toMillis()).isBetween(2500L, 5000L);
    }

    @Test
    void tryAtLeastOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Retries(0, Duration.ZERO, Duration.ZERO))
                .withMessage("rounds must be at least 1, got 0");
    }
}
