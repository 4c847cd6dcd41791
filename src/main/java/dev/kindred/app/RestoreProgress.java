package dev.kindred.app;

import dev.kindred.query.Status;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs the progress of the restoration of each store, at most every two seconds. Safe for many threads. */
final class RestoreProgress implements StateRestoreListener {

    private static final Logger log = LoggerFactory.getLogger(RestoreProgress.class);
    private static final long LOG_INTERVAL_NS = Duration.ofSeconds(2).toNanos();

    private final Map<String, Tally> tallies = new HashMap<>(); // by store

    private static final class Tally {
        private final Map<TopicPartition, Long> open = new HashMap<>(); // remaining records, by partition
        private final long startedNs = System.nanoTime();
        private long loggedNs = startedNs;
        private long expected;
        private long restored;
    }

    /** The stores that are being restored. */
    synchronized List<Status.Restoring> now() {
        return tallies.entrySet().stream()
                .map(tally ->
                        new Status.Restoring(tally.getKey(), tally.getValue().restored, tally.getValue().expected))
                .toList();
    }

    @Override
    public synchronized void onRestoreStart(TopicPartition partition, String store, long from, long to) {
        Tally tally = tallies.computeIfAbsent(store, name -> new Tally());
        tally.open.put(partition, to - from);
        tally.expected += to - from;
    }

    @Override
    public synchronized void onBatchRestored(TopicPartition partition, String store, long offset, long count) {
        Tally tally = tallies.computeIfAbsent(store, name -> new Tally());
        tally.restored += count;
        if (System.nanoTime() - tally.loggedNs > LOG_INTERVAL_NS) {
            tally.loggedNs = System.nanoTime();
            log.info("Restoring {}: {} of about {} records", store, tally.restored, tally.expected);
        }
    }

    @Override
    public synchronized void onRestoreEnd(TopicPartition partition, String store, long count) {
        Tally tally = tallies.computeIfAbsent(store, name -> new Tally());
        tally.open.remove(partition);
        if (tally.open.isEmpty()) {
            tallies.remove(store);
            if (tally.restored > 0) {
                long elapsedMs =
                        Duration.ofNanos(System.nanoTime() - tally.startedNs).toMillis();
                log.info("Restored {}: {} records in {} ms", store, tally.restored, elapsedMs);
            }
        }
    }

    @Override
    public synchronized void onRestoreSuspended(TopicPartition partition, String store, long count) {
        onRestoreEnd(partition, store, count);
    }
}
