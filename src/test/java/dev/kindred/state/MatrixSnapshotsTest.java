package dev.kindred.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.math.Decay;
import dev.kindred.matrix.InteractionMatrix;
import dev.kindred.matrix.MatrixSettings;
import dev.kindred.model.Affinity;
import dev.kindred.model.CellKey;
import dev.kindred.model.ItemDictionary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MatrixSnapshotsTest {

    private static final MatrixSettings SETTINGS = new MatrixSettings(10, 100, Decay.NONE, Decay.NONE);
    private static final TopicFacts TOPIC = new TopicFacts("id", Duration.ofHours(24));
    private static final Map<Integer, TopicReader.Range> RECORDS =
            Map.of(0, new TopicReader.Range(5, 100), 1, new TopicReader.Range(0, 80));
    private static final Map<Integer, Long> POSITIONS = Map.of(0, 90L, 1, 80L);

    private final InteractionMatrix original = matrix(SETTINGS);
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    Path directory;

    private static InteractionMatrix matrix(MatrixSettings settings) {
        return new InteractionMatrix(settings, new ItemDictionary(), 1);
    }

    private MatrixSnapshots snapshots(InteractionMatrix matrix) {
        return new MatrixSnapshots(
                new SnapshotSettings(directory, Duration.ofMinutes(1)), matrix, Clock.fixed(now, ZoneOffset.UTC));
    }

    @BeforeEach
    void fillMatrix() {
        addCells(100);
    }

    private void addCells(int cells) {
        int before = original.cells();
        for (int i = before; i < before + cells; i++) {
            original.apply(new CellKey("user-" + i % 30, "item-" + i / 30), new Affinity(1 + i, 1000L * i, 1));
        }
    }

    private void write() {
        snapshots(original).write(TOPIC, RECORDS, POSITIONS);
        now = now.plusSeconds(60);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(directory)) {
            return all.sorted().toList();
        }
    }

    private void assertCellsRead(int cells) {
        InteractionMatrix read = matrix(SETTINGS);

        assertThat(snapshots(read).read(TOPIC, RECORDS, done -> {})).contains(POSITIONS);
        assertThat(read.cells()).isEqualTo(cells);
    }

    private void assertIgnored(TopicFacts topic, Map<Integer, TopicReader.Range> records, MatrixSettings settings) {
        InteractionMatrix read = matrix(settings);

        assertThat(snapshots(read).read(topic, records, done -> {})).isEmpty();
        assertThat(read.cells()).isZero();
    }

    @Test
    void readsTheNewest() {
        write();
        addCells(50);
        write();

        assertCellsRead(150);
    }

    @Test
    void keepsTwo() throws IOException {
        write();
        write();
        write();

        assertThat(files()).hasSize(2);
    }

    @Test
    void readsAnEarlierOneIfTheNewestIsDamaged() throws IOException {
        write();
        addCells(50);
        write();
        Path newest = files().get(1);
        byte[] bytes = Files.readAllBytes(newest);
        bytes[bytes.length / 2] ^= 1;
        Files.write(newest, bytes);

        assertCellsRead(100);
    }

    @Test
    void ignoresOnesThatAreCutOrEmpty() throws IOException {
        write();
        byte[] bytes = Files.readAllBytes(files().get(0));
        for (int length : new int[] {0, 3, 11, bytes.length / 2, bytes.length - 1}) {
            Files.write(files().get(0), Arrays.copyOf(bytes, length));

            assertIgnored(TOPIC, RECORDS, SETTINGS);
        }
    }

    @Test
    void ignoresOneThatWasNotFinished() throws IOException {
        write();
        Files.move(files().get(0), directory.resolve("unfinished"));

        assertIgnored(TOPIC, RECORDS, SETTINGS);
    }

    @Test
    void ignoresOneOfOtherSettings() {
        write();

        assertIgnored(TOPIC, RECORDS, new MatrixSettings(10, 200, Decay.NONE, Decay.NONE));
    }

    @Test
    void ignoresOneOfAnotherTopic() {
        write();

        assertIgnored(new TopicFacts("other", Duration.ofHours(24)), RECORDS, SETTINGS);
    }

    @Test
    void ignoresOneWhoseTopicHasLostRecords() {
        write();

        assertIgnored(TOPIC, Map.of(0, new TopicReader.Range(6, 100), 1, new TopicReader.Range(0, 80)), SETTINGS);
        assertIgnored(TOPIC, Map.of(0, new TopicReader.Range(5, 89), 1, new TopicReader.Range(0, 80)), SETTINGS);
        assertIgnored(TOPIC, Map.of(0, new TopicReader.Range(5, 100)), SETTINGS);
    }

    @Test
    void ignoresOneThatIsOlderThanTombstonesMayBe() {
        write();
        now = now.plus(Duration.ofHours(12));

        assertIgnored(TOPIC, RECORDS, SETTINGS);
    }

    @Test
    void deletesAll() throws IOException {
        write();
        write();

        snapshots(original).deleteAll();

        assertThat(files()).isEmpty();
        assertIgnored(TOPIC, RECORDS, SETTINGS);
    }

    @Test
    void hasNoneBeforeTheFirst() {
        assertIgnored(TOPIC, RECORDS, SETTINGS);
    }
}
