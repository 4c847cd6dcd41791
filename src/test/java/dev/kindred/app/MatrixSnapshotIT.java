package dev.kindred.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.lab.embedded.EmbeddedKafka;
import dev.kindred.model.Affinity;
import dev.kindred.model.CellKey;
import dev.kindred.testing.ChildProcess;
import dev.kindred.testing.Deployment;
import dev.kindred.testing.SharedKafka;
import dev.kindred.testing.Wait;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A killed process leaves snapshots that a start can trust. It takes some seconds: it starts and kills processes. */
@Timeout(240)
@ExtendWith(SharedKafka.class)
final class MatrixSnapshotIT {

    private static final Duration DEADLINE = Duration.ofSeconds(90);
    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final int CELLS = 150_000; // so that writing takes several pauses

    @Test
    void startsFromASnapshotAfterADeathWhileOneIsWritten(EmbeddedKafka kafka, @TempDir Path directory)
            throws Exception {
        Deployment deployment = new Deployment(
                kafka,
                directory,
                Map.of(
                        "topics.partitions", "2",
                        "matrix.snapshot.interval.ms", "1000",
                        "kafka.consumer.session.timeout.ms", "3000"));
        deployment.createTopics();
        deployment.writeCells(cells(0, CELLS, true));
        Path snapshots = deployment.config("only").snapshotSettings().directory();
        Path unfinished = snapshots.resolve("unfinished");
        try (ChildProcess process = deployment.startProcess("only")) {
            Wait.until(DEADLINE, "a first snapshot", () -> Files.exists(snapshots) && !isEmpty(snapshots));
            Wait.until(DEADLINE, "another snapshot that is being written", () -> {
                deployment.writeCells(cells(0, 12_000, false)); // a store notes its position every 10,000 records
                return appears(unfinished);
            });
            process.kill();
        }
        deployment.writeCells(cells(CELLS, CELLS + 500, true));
        deployment.writeCells(cells(12_000, 12_100, false));

        try (ChildProcess process = deployment.startProcess("only")) {
            process.awaitPrinted(Pattern.compile("Read the snapshot (\\S+)"), DEADLINE);
            process.awaitRunning(DEADLINE);
            process.kill();
        }
        try (KindredApp app = deployment.start("only")) {
            assertThat(app.status().matrix().cells()).isEqualTo(CELLS - 12_000 + 500 - 100);
        }
    }

    /** A file may be there for some milliseconds only. */
    private static boolean appears(Path file) {
        long start = System.nanoTime();
        while (System.nanoTime() - start < PATIENCE.toNanos()) {
            if (Files.exists(file)) {
                return true;
            }
            LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
        }
        return false;
    }

    private static boolean isEmpty(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.noneMatch(file -> file.toString().endsWith(".snapshot"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<CellKey, Optional<Affinity>> cells(int from, int to, boolean exist) {
        Map<CellKey, Optional<Affinity>> cells = new HashMap<>();
        for (int i = from; i < to; i++) {
            Optional<Affinity> cell =
                    exist ? Optional.of(new Affinity(1, 1_704_067_200_000L + i, 1)) : Optional.empty();
            cells.put(new CellKey("user-" + i % 20_000, "item-" + i / 200), cell);
        }
        return cells;
    }
}
