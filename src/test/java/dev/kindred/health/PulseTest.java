package dev.kindred.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class PulseTest {

    private long nowNs;
    private final Pulse pulse = new Pulse(Duration.ofSeconds(8), () -> nowNs);

    private void pass(long seconds) {
        nowNs += TimeUnit.SECONDS.toNanos(seconds);
    }

    @Test
    void isSteadyWhileItBeats() {
        for (int i = 0; i < 10; i++) {
            pass(8);
            pulse.beat();
        }

        assertThat(pulse.isSuspect()).isFalse();
    }

    @Test
    void isSuspectFromTheFirstMomentAfterAPause() {
        pass(9);

        assertThat(pulse.isSuspect()).isTrue(); // although no beat has noticed it yet
        assertThat(pulse.isSuspect()).isTrue();
    }

    @Test
    void trustsAStreamThatHasRejoined() {
        pass(9);
        pulse.beat();

        pulse.rejoined();

        assertThat(pulse.isSuspect()).isFalse();
    }

    @Test
    void trustsAStreamThatNobodyTookAnythingFrom() {
        pass(9);
        pulse.beat();
        for (int i = 0; i < 24; i++) {
            pass(1);
            assertThat(pulse.isSuspect()).isTrue();
        }

        pass(1);

        assertThat(pulse.isSuspect()).isFalse();
    }
}
