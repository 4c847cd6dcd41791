package dev.kindred.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.model.Interaction;
import dev.kindred.model.InteractionType;
import dev.kindred.model.ItemChange;
import dev.kindred.model.RawInteraction;
import dev.kindred.model.RawItem;
import dev.kindred.testing.InMemorySink;
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

    private final InMemorySink<Interaction> sink = new InMemorySink<>();
    private final Map<IntakeResult, Integer> counts = new EnumMap<>(IntakeResult.class);

    private Intake<RawInteraction, Interaction> intake(RecordSink<Interaction> to) {
        return Intake.ofEvents(SETTINGS, to, (result, events) -> counts.merge(result, events, Integer::sum), CLOCK);
    }

    private static RawInteraction event(String user, long timestampMs) {
        return new RawInteraction(Optional.empty(), user, "tea", Optional.of(InteractionType.CLICK), timestampMs, 1);
    }

    private void assertCounts(int accepted, int rejected, int failed) {
        assertThat(counts)
                .isEqualTo(Map.of(
                        IntakeResult.ACCEPTED, accepted, IntakeResult.REJECTED, rejected, IntakeResult.FAILED, failed));
    }

    /** Law: every event is either sent, in its order, or reported with its position. */
    @RandomTest
    void sendsValidEventsAndReportsTheOthers(RandomGenerator random) {
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
    void checksTimesAgainstItsClock() {
        IntakeReport report = intake(sink).take(List.of(event("ada", 1005), event("ada", 1006)));

        assertThat(report.accepted()).isEqualTo(1);
        assertThat(report.rejected().get(0).reason()).isEqualTo(RejectionReason.INVALID_TIME);
    }

    @Test
    void sendsNoRejectedRecord() {
        RecordSink<Interaction> none = events -> {
            throw new AssertionError("there is nothing to send");
        };

        assertThat(intake(none).take(List.of(event("", 0))).accepted()).isZero();
    }

    @Test
    void countsARemovalThatFails() {
        InMemorySink<ItemChange> items = new InMemorySink<>();
        Intake<RawItem, ItemChange> intake = Intake.ofItems(
                SETTINGS, items, (result, changes) -> counts.merge(result, changes, Integer::sum), CLOCK);
        items.setReachable(false);

        assertThatThrownBy(() -> intake.keep(List.of(ItemChange.removal("tea"))))
                .isInstanceOf(SinkUnavailableException.class);

        assertThat(counts).isEqualTo(Map.of(IntakeResult.ACCEPTED, 0, IntakeResult.FAILED, 1));
    }

    @Test
    void countsConfirmedRecordsOfAFailedSend() {
        RecordSink<Interaction> half = events -> {
            throw SinkUnavailableException.unconfirmed(1, events.size(), new IllegalStateException("half of it"));
        };

        assertThatThrownBy(() ->
                        intake(half).take(List.of(event("ada", 1), event("", 2), event("bob", 3), event("eve", 4))))
                .isInstanceOf(SinkUnavailableException.class)
                .hasMessageContaining("confirmed 1 of 3 records in time");
        assertCounts(1, 1, 2);
    }
}
