package dev.kindred.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.model.InteractionType;
import dev.kindred.testing.Golden;
import dev.kindred.testing.RandomTest;
import dev.kindred.vector.Cell;
import dev.kindred.vector.EventCounts;
import dev.kindred.vector.Habits;
import dev.kindred.vector.Header;
import dev.kindred.vector.Histogram;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class VectorCodecTest {

    private static final Header FORMER =
            new Header(3, 2, 1_700_000_000_000L, 2.5, 0.25, Habits.NONE, new long[] {1, -1});
    private static final Header HEADER = new Header(3, 2, 1_700_000_000_000L, 2.5, 0.25, habits(), new long[] {1, -1});
    private static final Journal JOURNAL = journal("tent", "stove");
    private static final Cell CELL = new Cell(-0.5, 1_700_000_000_000L, 1.5, 1_700_000_000_001L, 3, 0b1000_0001);

    private static Habits habits() {
        return new Habits(
                1_700_000_000_000L - 300,
                2,
                EventCounts.of(type -> type == InteractionType.CLICK ? 200 : type == InteractionType.PURCHASE ? 1 : 0),
                histogram(Habits.HOURS, 0, 200, 23, 1),
                histogram(Habits.WEEKDAYS, 0, 2, 6, 255),
                1,
                2.5);
    }

    private static Histogram histogram(int size, int at, int count, int other, int otherCount) {
        byte[] counts = new byte[size];
        counts[at] = (byte) count;
        counts[other] = (byte) otherCount;
        return Histogram.wrap(counts);
    }

    private static Journal journal(String touched, String... left) {
        Map<String, Optional<byte[]>> cells = new LinkedHashMap<>();
        cells.put(touched, Optional.of(new byte[] {1, 2, 3}));
        Arrays.stream(left).forEach(item -> cells.put(item, Optional.empty()));
        return new Journal(cells);
    }

    private static void assertSame(Optional<Journal> actual, Journal expected) {
        assertThat(actual.orElseThrow()).usingRecursiveComparison().isEqualTo(expected);
    }

    @Test
    void headerLayoutIsUnchanged() throws IOException {
        byte[] golden = Golden.bytes("/state/header-v3.hex");

        assertThat(VectorCodec.encode(HEADER, Optional.of(JOURNAL))).isEqualTo(golden);
        assertThat(VectorCodec.decodeHeader(golden)).usingRecursiveComparison().isEqualTo(HEADER);
        assertSame(VectorCodec.decodeJournal(golden), JOURNAL);
    }

    /** Earlier releases wrote the touched item with its cell, then the evicted item without a cell, or an empty id. */
    @Test
    void readsTheJournalOfEarlierReleases() {
        byte[] withTwo = VectorCodec.encode(HEADER, Optional.of(JOURNAL));
        byte[] withOne = VectorCodec.encode(HEADER, Optional.of(journal("tent")));

        assertSame(VectorCodec.decodeJournal(Arrays.copyOf(withTwo, withTwo.length - Integer.BYTES)), JOURNAL);
        assertSame(VectorCodec.decodeJournal(Arrays.copyOf(withOne, withOne.length + Integer.BYTES)), journal("tent"));
    }

    @RandomTest
    void readsTheJournalThatWasWritten(RandomGenerator random) {
        String[] left = IntStream.range(0, random.nextInt(20))
                .mapToObj(i -> "item-" + i)
                .toArray(String[]::new);
        Journal journal = journal("touched", left);

        assertSame(VectorCodec.decodeJournal(VectorCodec.encode(HEADER, Optional.of(journal))), journal);
    }

    @Test
    void readsAHeaderWithoutHabits() throws IOException {
        byte[] golden = Golden.bytes("/state/header.hex");

        assertThat(VectorCodec.decodeHeader(golden)).usingRecursiveComparison().isEqualTo(FORMER);
        assertSame(VectorCodec.decodeJournal(golden), JOURNAL);
    }

    @Test
    void cellLayoutIsUnchanged() throws IOException {
        byte[] golden = Golden.bytes("/state/cell.hex");

        assertThat(VectorCodec.encode(CELL)).isEqualTo(golden);
        assertThat(VectorCodec.decodeCell(golden)).isEqualTo(CELL);
    }

    @RandomTest
    void readsTheHeaderThatWasWritten(RandomGenerator random) {
        long[] recent = random.longs(random.nextInt(10)).toArray();
        Header header = new Header(
                random.nextLong(),
                random.nextLong(),
                random.nextLong(),
                random.nextDouble(),
                random.nextDouble(),
                random.nextInt(4) == 0 ? Habits.NONE : habits(random),
                recent);

        byte[] bytes = VectorCodec.encode(header, Optional.of(JOURNAL));

        assertThat(VectorCodec.decodeHeader(bytes)).usingRecursiveComparison().isEqualTo(header);
        assertSame(VectorCodec.decodeJournal(bytes), JOURNAL);
    }

    private static Habits habits(RandomGenerator random) {
        long paid = random.nextInt(3) == 0 ? 0 : random.nextLong(1, Long.MAX_VALUE);
        return new Habits(
                random.nextLong(),
                random.nextLong(1, Long.MAX_VALUE),
                EventCounts.of(
                        type -> random.nextInt(3) == 0 ? 0 : random.nextLong(Long.MAX_VALUE) >> random.nextInt(63)),
                histogram(Habits.HOURS, random),
                histogram(Habits.WEEKDAYS, random),
                paid,
                paid == 0 ? 0 : random.nextDouble());
    }

    private static Histogram histogram(int size, RandomGenerator random) {
        byte[] counts = new byte[size];
        random.nextBytes(counts);
        counts[random.nextInt(size)] = 0;
        return Histogram.wrap(counts);
    }

    /** Every event writes these bytes. Habits of a user with events at all hours may take 60. */
    @Test
    void habitsTakeFewBytes() {
        byte[] hours = new byte[Habits.HOURS];
        byte[] weekdays = new byte[Habits.WEEKDAYS];
        Arrays.fill(hours, (byte) 100);
        Arrays.fill(weekdays, (byte) 200);
        Habits regular = new Habits(
                1_700_000_000_000L - Duration.ofDays(365).toMillis(),
                120,
                EventCounts.of(type -> type == InteractionType.CLICK ? 2_000 : type.isTouch() ? 100 : 0),
                Histogram.wrap(hours),
                Histogram.wrap(weekdays),
                80,
                1234.56);
        Habits newcomer = new Habits(
                1_700_000_000_000L,
                1,
                EventCounts.of(type -> type == InteractionType.CLICK ? 1 : 0),
                histogram(Habits.HOURS, 7, 1, 7, 1),
                histogram(Habits.WEEKDAYS, 1, 1, 1, 1),
                0,
                0);

        assertThat(bytesOf(regular)).isEqualTo(60);
        assertThat(bytesOf(newcomer)).isEqualTo(12);
    }

    private static int bytesOf(Habits habits) {
        Header header = new Header(3, 2, 1_700_000_000_000L, 2.5, 0.25, habits, new long[0]);
        int layout2 = 1 + 3 * Long.BYTES + 2 * Double.BYTES + Integer.BYTES;
        return VectorCodec.encode(header, Optional.empty()).length - layout2;
    }

    @RandomTest
    void readsTheCellThatWasWritten(RandomGenerator random) {
        Cell cell = new Cell(
                random.nextGaussian(),
                random.nextLong(),
                random.nextGaussian(),
                random.nextLong(),
                random.nextLong(),
                random.nextInt(256));

        Cell read = VectorCodec.decodeCell(VectorCodec.encode(cell));

        assertThat(read).isEqualTo(cell);
    }

    @Test
    void reportsAnUnknownVersionWithACure() {
        byte[] newer = VectorCodec.encode(HEADER, Optional.of(JOURNAL));
        newer[0] = 4;

        assertThatThrownBy(() -> VectorCodec.decodeHeader(newer))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("this release reads version 3 of a stored header, found version 4:"
                        + " run the release that wrote it, or reset the application");
        assertThatThrownBy(() -> VectorCodec.decodeCell(newer)).hasMessageContaining("version 2 of a stored cell");
    }
}
