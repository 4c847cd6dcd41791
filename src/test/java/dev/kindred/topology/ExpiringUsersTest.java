package dev.kindred.topology;

import static dev.kindred.testing.Streams.START_MS;
import static dev.kindred.testing.Streams.click;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.model.ErasureReceipt;
import dev.kindred.model.Interaction;
import dev.kindred.testing.RandomTest;
import dev.kindred.testing.Streams;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ExpiringUsersTest {

    private static final long KEPT_MS = Duration.ofDays(3).toMillis();
    private static final long LATER_MS = START_MS + KEPT_MS + 1;

    private int expired;
    private final TestStream stream = new TestStream(settings(KEPT_MS), new StreamObserver() {
        @Override
        public void expired() {
            expired++;
        }
    });

    private static TopologySettings settings(long keptMs) {
        return TestStream.erasing(
                new ErasureSettings(TestStream.HASH, true, Map.of("events", 1000L), ConsentSettings.NONE, keptMs));
    }

    @AfterEach
    void close() {
        stream.close();
    }

    private void sweep(int steps) {
        for (int i = 0; i < steps; i++) {
            stream.driver.advanceWallClockTime(ExpireUsers.PAUSE);
        }
    }

    /** The law: nothing tells of users whose last event is too old. */
    @RandomTest
    void leavesTheWorldWithoutThoseUnseen(RandomGenerator random) {
        List<Interaction> events = Streams.random(random, 100, 30, 20);
        Map<String, Long> seenMs = new HashMap<>();
        events.forEach(event -> seenMs.merge(event.userId(), event.timestampMs(), Math::max));
        long newestMs =
                seenMs.values().stream().mapToLong(Long::longValue).max().orElseThrow();
        long keptMs = Math.max(1, (newestMs - START_MS) / 3);
        try (TestStream swept = new TestStream(settings(keptMs));
                TestStream twin = new TestStream(settings(-1))) {
            swept.sendAll(events);
            events.stream()
                    .filter(event -> seenMs.getOrDefault(event.userId(), 0L) >= newestMs - keptMs)
                    .forEach(twin::send);
            for (int i = 0; i < 100; i++) {
                swept.driver.advanceWallClockTime(ExpireUsers.PAUSE);
            }
            Worlds.assertEqual(swept, twin);
        }
    }

    @Test
    void spareUsersWithinTheRetentionOfTheNewestEvent() {
        stream.send(click("ann", "tent", START_MS));
        sweep(10);
        assertThat(expired).isZero(); // however old it is: nothing is newer

        stream.send(click("ben", "tent", START_MS + KEPT_MS));
        sweep(10);
        assertThat(expired).isZero();

        stream.send(click("ben", "cup", LATER_MS));
        sweep(10);

        assertThat(expired).isEqualTo(1);
        assertThat(stream.recommendations.readKeyValuesToMap()).containsEntry("ann", null);
        stream.send(click("ann", "tent", LATER_MS)); // begins anew
        assertThat(Worlds.list(stream, "ann").vectorVersion()).isEqualTo(1);
    }

    @Test
    void haveOneReceiptForEachDay() {
        for (int i = 0; i < 120; i++) {
            stream.send(click("user-" + i, "tent", START_MS));
        }
        stream.send(click("zoe", "tent", LATER_MS));

        sweep(100);
        assertThat(expired).isEqualTo(120);
        stream.driver.advanceWallClockTime(Duration.ofDays(1));
        stream.driver.advanceWallClockTime(Duration.ofDays(1));

        List<ErasureReceipt> receipts = stream.receipts.readValuesToList();
        assertThat(receipts.stream().mapToLong(ErasureReceipt::users).sum()).isEqualTo(120);
        assertThat(receipts).hasSizeBetween(1, 2); // the sweep may have begun just before midnight
        assertThat(receipts.get(0).reason()).isEqualTo("retention");
        assertThat(receipts.get(0).user()).isEmpty();
    }

    /** So that events never wait long. */
    @Test
    void goAFewAtATime() {
        for (int i = 0; i < 120; i++) {
            stream.send(click("user-" + i, "tent", START_MS));
        }
        stream.send(click("aaa", "tent", LATER_MS));

        sweep(1);

        assertThat(expired).isLessThanOrEqualTo(ExpireUsers.MOST_ERASED);
    }
}
