package dev.kindred.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.model.Interaction;
import dev.kindred.testing.Streams;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class PaceTest {

    @AfterEach
    void clearInterrupt() {
        Thread.interrupted();
    }

    private static Interaction eventAt(long ms) {
        return Streams.click("alice", "tent", Streams.START_MS + ms);
    }

    @Test
    void isDueAtOnceWithoutALimit() {
        Pace pace = Pace.unlimited();

        assertThat(pace.dueAfterNs(eventAt(0))).isZero();
        assertThat(pace.dueAfterNs(eventAt(1_000_000))).isZero();
    }

    @Test
    void spreadsEventsEvenlyIndependentOfTheirTimes() {
        Pace pace = Pace.perSecond(4);

        assertThat(pace.dueAfterNs(eventAt(0))).isZero();
        assertThat(pace.dueAfterNs(eventAt(0))).isEqualTo(250_000_000);
        assertThat(pace.dueAfterNs(eventAt(-5))).isEqualTo(500_000_000);
    }

    @Test
    void followsTheTimesOfEventsFaster() {
        Pace pace = Pace.timesOriginal(60);

        assertThat(pace.dueAfterNs(eventAt(0))).isZero();
        assertThat(pace.dueAfterNs(eventAt(60_000))).isEqualTo(1_000_000_000); // a minute in a second
        assertThat(pace.dueAfterNs(eventAt(30_000))).isEqualTo(500_000_000); // late: its moment is over
    }

    @Test
    void waitsUntilAnEventIsDue() throws InterruptedException {
        long startNs = System.nanoTime();
        Pace pace = Pace.perSecond(1000);

        pace.await(eventAt(0));
        pace.await(eventAt(0));
        pace.await(eventAt(0));

        assertThat(System.nanoTime() - startNs)
                .isGreaterThanOrEqualTo(Duration.ofMillis(2).toNanos());
    }

    @Test
    void noticesAnInterruptWithoutAWait() {
        Pace pace = Pace.unlimited();
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> pace.await(eventAt(0))).isInstanceOf(InterruptedException.class);
    }

    @Test
    void stopsWaitingWhenInterrupted() throws InterruptedException {
        Pace pace = Pace.timesOriginal(1);
        pace.await(eventAt(0));
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> pace.await(eventAt(60_000))).isInstanceOf(InterruptedException.class);
    }
}
