package dev.kindred.topology;

import dev.kindred.model.ErasureReceipt;
import dev.kindred.state.Erasures;
import dev.kindred.state.StoredVector;
import dev.kindred.state.VectorReader;
import dev.kindred.state.VectorScan;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Erases the users of a task who were not seen for longer than the retention of vectors. It walks over them again and again,
 * a few milliseconds of every second, so that events do not wait. One receipt for each day counts them.
 *
 * <p>The time is counted back from the newest event of the partition, not from now: a recorded history that is sent again
 * would else be erased as it comes. Attributes stay: they belong to the shop.
 */
final class ExpireUsers {

    static final int MOST_ERASED = 50; // of each step
    static final Duration PAUSE = Duration.ofSeconds(1);
    private static final long STEP_NS = TimeUnit.MILLISECONDS.toNanos(5);

    private final ProcessorContext<Object, Object> context;
    private final Sources sources;
    private final TaskErasures tasks;
    private final Eraser eraser;
    private String after = ""; // the last user that the walk has looked at
    private long newestMs = Long.MIN_VALUE; // the newest event that any walk has seen

    /** The reader, settings and observer of a sweep. */
    record Sources(VectorReader reader, ErasureSettings settings, StreamObserver observer) {}

    ExpireUsers(ProcessorContext<Object, Object> context, Sources sources, TaskErasures tasks, Eraser eraser) {
        this.context = context;
        this.sources = sources;
        this.tasks = tasks;
        this.eraser = eraser;
    }

    /** Begins, if vectors are not kept for ever. */
    void schedule() {
        if (sources.settings().vectorRetentionMs() > 0) {
            context.schedule(PAUSE, PunctuationType.WALL_CLOCK_TIME, this::step);
        }
    }

    private void step(long nowMs) {
        long today =
                LocalDate.ofInstant(Instant.ofEpochMilli(nowMs), ZoneOffset.UTC).toEpochDay();
        Erasures erasures = tasks.of(context);
        erasures.takeExpiredBefore(today).ifPresent(expired -> publish(expired, nowMs, erasures));
        Erasures.Expired now = new Erasures.Expired(today, 0, 0, 0);
        for (String user : unseen()) {
            ErasureReceipt.Held held = eraser.remove(context, new Record<>(user, null, nowMs), false);
            now = now.plus(held);
            sources.observer().expired();
        }
        if (now.users() > 0) {
            erasures.addExpired(now);
        }
    }

    /** The next users to erase: the store must not change while it is read. */
    private List<String> unseen() {
        List<String> unseen = new ArrayList<>();
        KeyValueStore<Bytes, byte[]> store = context.getStateStore(Stores.USER_VECTORS);
        long startedNs = System.nanoTime();
        try (VectorScan vectors = sources.reader().scanAfter(store, after)) {
            boolean isOver = !vectors.hasNext();
            while (!isOver && unseen.size() < MOST_ERASED && System.nanoTime() - startedNs < STEP_NS) {
                StoredVector stored = vectors.next();
                long seenMs = stored.vector().header().timeMs();
                newestMs = Math.max(newestMs, seenMs);
                if (seenMs < newestMs - sources.settings().vectorRetentionMs()) {
                    unseen.add(stored.userId());
                }
                after = stored.userId();
                isOver = !vectors.hasNext();
            }
            if (isOver) {
                after = "";
            }
        }
        return unseen;
    }

    private void publish(Erasures.Expired expired, long nowMs, Erasures erasures) {
        int partition = context.taskId().partition();
        String requestId = RequestIds.of(partition, ErasureReceipt.RETENTION + expired.day());
        long dayMs = TimeUnit.DAYS.toMillis(expired.day());
        ErasureReceipt receipt = new ErasureReceipt(
                requestId,
                "",
                dayMs,
                nowMs,
                new ErasureReceipt.Held(expired.events(), expired.cells(), false),
                "",
                sources.settings().goneByMs(nowMs),
                erasures.nextLink(partition),
                ErasureReceipt.RETENTION,
                expired.users());
        erasures.keep(receipt);
        context.forward(new Record<>(requestId, receipt, nowMs), RecommenderTopology.RECEIPTS);
    }
}
