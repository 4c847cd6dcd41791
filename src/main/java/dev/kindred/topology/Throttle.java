package dev.kindred.topology;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Lets a burst of a user's events refresh once at its start and once after each interval, always with the newest event.
 * Waiting records are lost with the task; the user's next event makes good. Vectors are never behind.
 *
 * <p>A waiting record holds its user's live vector, which is the newest as long as no newer event replaces the record. One
 * without a value, here and in the stations after this one, means that the user is forgotten.
 */
final class Throttle extends ContextualProcessor<String, @Nullable VectorUpdated, String, @Nullable VectorUpdated> {

    private static final int MAX_WAITING = 20_000; // beyond, the interval gives way
    private static final int MAX_RELEASED_AT_ONCE = 500; // so that a commit is never held up for long
    private static final long RELEASE_INTERVAL_MS = 100;

    private final long minIntervalMs;
    private final Map<String, Long> refreshedMs = new HashMap<>(); // of users refreshed within the interval
    private final Map<String, Record<String, @Nullable VectorUpdated>> waiting =
            new LinkedHashMap<>(); // the longest waiting first

    Throttle(long minIntervalMs) {
        this.minIntervalMs = minIntervalMs;
    }

    @Override
    public void init(ProcessorContext<String, @Nullable VectorUpdated> context) {
        super.init(context);
        if (minIntervalMs > 0) {
            Duration pause = Duration.ofMillis(Math.min(minIntervalMs, RELEASE_INTERVAL_MS));
            context.schedule(pause, PunctuationType.WALL_CLOCK_TIME, this::release);
        }
    }

    @Override
    public void process(Record<String, @Nullable VectorUpdated> record) {
        long nowMs = context().currentSystemTimeMs();
        if (minIntervalMs == 0) {
            context().forward(record);
        } else if (record.value() == null) {
            waiting.remove(record.key());
            refreshedMs.remove(record.key());
            context().forward(record);
        } else if (isDue(record.key(), nowMs) || waiting.size() >= MAX_WAITING) {
            waiting.remove(record.key());
            refresh(record, nowMs);
        } else {
            waiting.put(record.key(), record);
        }
    }

    private boolean isDue(String user, long nowMs) {
        Long lastMs = refreshedMs.get(user);
        return lastMs == null || nowMs - lastMs >= minIntervalMs;
    }

    private void refresh(Record<String, @Nullable VectorUpdated> record, long nowMs) {
        refreshedMs.put(record.key(), nowMs);
        context().forward(record);
    }

    private void release(long nowMs) {
        takeDue(nowMs).forEach(record -> refresh(record, nowMs));
        refreshedMs
                .entrySet()
                .removeIf(user -> nowMs - user.getValue() >= minIntervalMs && !waiting.containsKey(user.getKey()));
    }

    private List<Record<String, @Nullable VectorUpdated>> takeDue(long nowMs) {
        List<Record<String, @Nullable VectorUpdated>> due = new ArrayList<>();
        Iterator<Record<String, @Nullable VectorUpdated>> candidates =
                waiting.values().iterator();
        while (candidates.hasNext() && due.size() < MAX_RELEASED_AT_ONCE) {
            Record<String, @Nullable VectorUpdated> candidate = candidates.next();
            if (isDue(candidate.key(), nowMs)) {
                candidates.remove();
                due.add(candidate);
            }
        }
        return due;
    }

    /** Records that wait from an aborted transaction must not be forwarded later. */
    @Override
    public void close() {
        waiting.clear();
        refreshedMs.clear();
    }
}
