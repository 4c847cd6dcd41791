package dev.kindred.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.intake.RecordKind;
import dev.kindred.intake.RecordSink;
import dev.kindred.intake.SinkUnavailableException;
import dev.kindred.model.Interaction;
import dev.kindred.testing.InMemorySink;
import dev.kindred.testing.Streams;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
final class FailFastTest {

    private static final List<Interaction> EVENTS = Streams.random(new SplittableRandom(1), 3, 2, 2);

    private final InMemorySink<Interaction> events = new InMemorySink<>();
    private final CountDownLatch isInside = new CountDownLatch(1);
    private final CountDownLatch mayLeave = new CountDownLatch(1);

    private void fail(RecordSink<Interaction> sink) {
        events.setReachable(false);
        assertThatThrownBy(() -> sink.send(EVENTS)).isInstanceOf(SinkUnavailableException.class);
    }

    /** Passes a call on when the test releases it. */
    private void hold(List<Interaction> batch) {
        isInside.countDown();
        try {
            assertThat(mayLeave.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        events.send(batch);
    }

    @Test
    void passesRecordsWhileBrokersAreReachable() {
        new FailFast<>(RecordKind.EVENTS, events).send(EVENTS);

        assertThat(events.kept()).isEqualTo(EVENTS);
    }

    @Test
    void triesAgainAfterAFailure() {
        RecordSink<Interaction> sink = new FailFast<>(RecordKind.EVENTS, events);
        fail(sink);
        fail(sink);

        events.setReachable(true);
        sink.send(EVENTS);

        assertThat(events.kept()).isEqualTo(EVENTS);
    }

    @Test
    void letsOneCallFindOutAndTheOthersFailAtOnce() throws Exception {
        boolean[] isHeld = new boolean[1];
        RecordSink<Interaction> sink = new FailFast<>(RecordKind.EVENTS, batch -> {
            if (isHeld[0]) {
                hold(batch);
            } else {
                events.send(batch);
            }
        });
        fail(sink);
        isHeld[0] = true;
        events.setReachable(true);
        CompletableFuture<Void> probe = CompletableFuture.runAsync(() -> sink.send(EVENTS));
        isInside.await();

        assertThatThrownBy(() -> sink.send(EVENTS))
                .isInstanceOf(SinkUnavailableException.class)
                .hasMessageContaining("no record was sent");

        mayLeave.countDown();
        probe.get(10, TimeUnit.SECONDS);
        assertThat(events.kept()).isEqualTo(EVENTS);
        assertThatCode(() -> sink.send(EVENTS)).doesNotThrowAnyException();
    }
}
