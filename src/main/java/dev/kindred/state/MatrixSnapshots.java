package dev.kindred.state;

import dev.kindred.matrix.InteractionMatrix;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.DoubleConsumer;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Snapshots of the matrix on the disk, so that a start reads the newest good one and then only the rest of the topic.
 *
 * <p>A start from a snapshot gives the matrix that a start from the topic gives. So a snapshot counts only if the topic is
 * the same one and has lost no record from its beginning since; if the settings of the matrix are the same; and if it is
 * younger than half the time for which the topic keeps tombstones, so that none is missing and no deleted cell returns.
 *
 * <p>Thread safe.
 */
public final class MatrixSnapshots {

    private static final Logger log = LoggerFactory.getLogger(MatrixSnapshots.class);
    private static final String SUFFIX = ".snapshot";
    private static final int KEPT = 2; // the newest may be damaged
    private static final int BYTES_PER_PAUSE = 1 << 20;
    private static final long PAUSE_NS = Duration.ofMillis(40).toNanos(); // so 25 MB a second at most

    private final SnapshotSettings settings;
    private final InteractionMatrix matrix;
    private final Clock clock;
    private final Object files = new Object(); // guards the directory
    private Optional<Thread> writer = Optional.empty();
    private volatile long deletions; // a snapshot from before one must not appear after it

    MatrixSnapshots(SnapshotSettings settings, InteractionMatrix matrix, Clock clock) {
        this.settings = settings;
        this.matrix = matrix;
        this.clock = clock;
    }

    /**
     * Reads the newest good snapshot into the empty matrix, in the thread of its writer.
     *
     * @param ranges the records that the topic has, by partition
     * @param progress receives the part of the file that was read
     * @return for each partition the first offset that the snapshot does not have; empty if there is no good snapshot
     */
    Optional<Map<Integer, Long>> read(
            TopicFacts topic, Map<Integer, TopicReader.Range> ranges, DoubleConsumer progress) {
        for (Path file : newestFirst()) {
            try {
                SnapshotFile.Origin origin = SnapshotFile.origin(file);
                Optional<String> obstacle = obstacle(origin, topic, ranges);
                if (obstacle.isEmpty()) {
                    long startNs = System.nanoTime();
                    SnapshotFile.read(file, matrix, progress);
                    log.info(
                            "Read the snapshot {} of {} with {} cells in {} ms",
                            file.getFileName(),
                            Instant.ofEpochMilli(origin.createdMs()),
                            matrix.cells(),
                            Duration.ofNanos(System.nanoTime() - startNs).toMillis());
                    Map<Integer, Long> positions = new HashMap<>();
                    origin.partitions().forEach((partition, range) -> positions.put(partition, range.to()));
                    return Optional.of(positions);
                }
                log.warn("The snapshot {} is ignored: {}", file, obstacle.get());
            } catch (IOException e) {
                log.warn("The snapshot {} is ignored: {}", file, e.getMessage());
            }
        }
        return Optional.empty();
    }

    private Optional<String> obstacle(
            SnapshotFile.Origin origin, TopicFacts topic, Map<Integer, TopicReader.Range> ranges) {
        if (!origin.topicId().equals(topic.id())) {
            return Optional.of("the topic is another one");
        }
        if (!origin.settings().equals(matrix.settings().toString())) {
            return Optional.of("the settings of the matrix have changed");
        }
        Duration age = Duration.ofMillis(clock.millis() - origin.createdMs());
        if (age.isNegative() || age.compareTo(topic.tombstonesKept().dividedBy(2)) >= 0) {
            return Optional.of("it is from " + Instant.ofEpochMilli(origin.createdMs())
                    + ", and the topic keeps tombstones for "
                    + topic.tombstonesKept().toMinutes()
                    + " minutes only (delete.retention.ms)");
        }
        boolean isPart = origin.partitions().keySet().equals(ranges.keySet())
                && ranges.entrySet().stream().allMatch(now -> {
                    TopicReader.Range then =
                            Objects.requireNonNull(origin.partitions().get(now.getKey()));
                    return then.from() == now.getValue().from()
                            && then.to() <= now.getValue().to();
                });
        return isPart ? Optional.empty() : Optional.of("the topic has lost records that it has");
    }

    /**
     * Starts to write snapshots.
     *
     * @param ranges the records that the topic had at the start, by partition
     * @param positions returns for each partition an offset whose earlier records the matrix has
     */
    @SuppressWarnings("ThreadPriorityCheck") // correct without it; a snapshot may wait, events may not
    void start(TopicFacts topic, Map<Integer, TopicReader.Range> ranges, Supplier<Map<Integer, Long>> positions) {
        Thread thread = new Thread(() -> writeForever(topic, ranges, positions), "matrix-snapshots");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        writer = Optional.of(thread);
        thread.start();
    }

    /** Stops writing. */
    void stop() {
        writer.ifPresent(Thread::interrupt);
    }

    private void writeForever(
            TopicFacts topic, Map<Integer, TopicReader.Range> ranges, Supplier<Map<Integer, Long>> positions) {
        Map<Integer, Long> written = Map.of();
        try {
            while (true) {
                Thread.sleep(settings.interval().toMillis());
                Map<Integer, Long> now = positions.get();
                if (!now.equals(written)) {
                    write(topic, ranges, now);
                    written = now;
                }
            }
        } catch (InterruptedException | CancellationException e) {
            log.debug("No more snapshots are written");
        }
    }

    /**
     * Writes a snapshot.
     *
     * @throws CancellationException if the thread is interrupted
     */
    void write(TopicFacts topic, Map<Integer, TopicReader.Range> ranges, Map<Integer, Long> positions) {
        Map<Integer, TopicReader.Range> partitions = new HashMap<>();
        positions.forEach((partition, position) -> partitions.put(
                partition,
                new TopicReader.Range(
                        Objects.requireNonNull(ranges.get(partition)).from(), position)));
        long createdMs = clock.millis();
        SnapshotFile.Origin origin =
                new SnapshotFile.Origin(topic.id(), matrix.settings().toString(), createdMs, partitions);
        Path file = settings.directory().resolve("matrix-%013d%s".formatted(createdMs, SUFFIX));
        long before = deletions;
        try {
            Files.createDirectories(settings.directory());
            SnapshotFile.write(file, origin, matrix, new Pace());
            synchronized (files) {
                if (before == deletions) {
                    deleteFrom(KEPT);
                } else {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            log.warn("No snapshot of the matrix can be written, so the next start reads the topic: {}", e.toString());
        }
    }

    /** Waits after some bytes, so that others have the disk and the processor. */
    private static final class Pace implements IntConsumer {

        private long bytes;

        @Override
        public void accept(int more) {
            bytes += more;
            if (bytes >= BYTES_PER_PAUSE) {
                bytes = 0;
                LockSupport.parkNanos(PAUSE_NS);
                if (Thread.currentThread().isInterrupted()) {
                    throw new CancellationException();
                }
            }
        }
    }

    /**
     * Deletes all snapshots, for example after an erasure. One that is being written is deleted as well. Without this,
     * erased cells do not come back either, but stay on the disk until two newer snapshots are there.
     */
    public void deleteAll() {
        synchronized (files) {
            deletions = deletions + 1; // under the lock
            try {
                deleteFrom(0);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void deleteFrom(int kept) throws IOException {
        List<Path> all = newestFirst();
        for (Path file : all.subList(Math.min(kept, all.size()), all.size())) {
            Files.deleteIfExists(file);
        }
    }

    private List<Path> newestFirst() {
        if (!Files.isDirectory(settings.directory())) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(settings.directory())) {
            return all.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
