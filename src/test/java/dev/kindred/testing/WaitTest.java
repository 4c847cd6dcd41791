package dev.kindred.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class WaitTest {

    @Test
    void returnsWhenTheConditionHolds() {
        AtomicInteger looks = new AtomicInteger();

        Wait.until(Duration.ofSeconds(5), "the third look", () -> looks.incrementAndGet() == 3);

        assertThat(looks).hasValue(3);
    }

    @Test
    void failsAtTheDeadlineAndNamesTheCondition() {
        Duration deadline = Duration.ofMillis(50);

        assertThatThrownBy(() -> Wait.until(deadline, "the moon", () -> false))
                .isInstanceOf(AssertionError.class)
                .hasMessage("waited 0.05 s for the moon");
    }

    @Test
    void looksOnceEvenWithoutTime() {
        Wait.until(Duration.ZERO, "what holds already", () -> true);
    }
}
