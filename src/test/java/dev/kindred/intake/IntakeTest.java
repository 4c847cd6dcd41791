package dev.kindred.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.model.Interaction;
import dev.kindred.model.InteractionType;
import dev.kindred.model.RawInteraction;
import dev.kindred.testing.InMemoryEventSink;
import dev.kindred.testing.RandomTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

final class IntakeTest {

    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochMilli(1000), ZoneOffset.UTC);
    private static final IntakeSettings SETTINGS = new IntakeSettings(10, Duration.ofMillis(5), Instant.EPOCH);

    private final InMemoryEventSink sink = new InMemoryEventSink();
    private final Map<IntakeResult, Integer> counts = new EnumMap<>(IntakeResult.class);

    private Intake intake(EventSink to) {
        return new Intake(SETTINGS, to, (result, events) -> counts.merge(result, events, Integer::sum), CLOCK);
    }

    private static RawInteraction event(String user, long timestampMs) {
        return new RawInteraction(Optional.empty(), user, "tea", Optional.of(InteractionType.CLICK), timestampMs, 1);
    }

    private void assertCounts(int accepted, int rejected, int failed) {
        assertThat(counts)
                .isEqualTo(Map.of(
                        IntakeResult.ACCEPTED, accepted, IntakeResult.REJECTED, rejected, IntakeResult.FAILED, failed));
    }

    /** Law: every event is either handed on, in its order, or reported with its place. */
    @RandomTest
    void handsOnWhatTheStreamWouldAcceptAndReportsTheRest(RandomGenerator random) {
        List<RawInteraction> events = new ArrayList<>();
        List<Interaction> good = new ArrayList<>();
        List<Integer> bad = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            boolean isGood = random.nextBoolean();
            RawInteraction event = isGood ? event("user-" + i, i) : event("", i);
            events.add(event);
            if (isGood) {
                good.add(EventValidator.accepted(event));
            } else {
                bad.add(i);
            }
        }

        IntakeReport report = intake(sink).take(events);

        assertThat(sink.kept()).isEqualTo(good);
        assertThat(report.accepted()).isEqualTo(good.size());
        assertThat(report.rejected()).extracting(line -> line.index()).isEqualTo(bad);
        assertCounts(good.size(), bad.size(), 0);
    }

    @Test
    void judgesTimesByItsClock() {
        IntakeReport report = intake(sink).take(List.of(event("ada", 1005), event("ada", 1006)));

        assertThat(report.accepted()).isEqualTo(1);
        assertThat(report.rejected().get(0).rejection().reason()).isEqualTo(RejectionReason.INVALID_TIME);
    }

    @Test
    void troublesNobodyWithWhatIsRejected() {
        EventSink none = events -> {
            throw new AssertionError("there is nothing to send");
        };

        assertThat(intake(none).take(List.of(event("", 0))).accepted()).isZero();
    }

    @Test
    void countsWhatIsKnownToBeKeptOfWhatFailed() {
        EventSink half = events -> {
            throw SinkUnavailableException.unconfirmed(1, events.size(), new IllegalStateException("half of it"));
        };

        assertThatThrownBy(() ->
                        intake(half).take(List.of(event("ada", 1), event("", 2), event("bob", 3), event("eve", 4))))
                .isInstanceOf(SinkUnavailableException.class)
                .hasMessageContaining("confirmed 1 of 3 events");
        assertCounts(1, 1, 2);
    }
}
