package dev.kindred.topology;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Lets a burst of a user's events refresh once at its start and once after each interval, always with the newest event.
 * What waits here is lost with the task, and made good by the user's next event; vectors are never behind.
 */
final class ThinOut extends ContextualProcessor<String, Learned, String, Learned> {

    private final long minIntervalMs;
    private final Map<String, Long> refreshedMs = new HashMap<>(); // of users refreshed within the interval
    private final Map<String, Record<String, Learned>> waiting = new LinkedHashMap<>(); // newest event of each

    ThinOut(long minIntervalMs) {
        this.minIntervalMs = minIntervalMs;
    }

    @Override
    public void init(ProcessorContext<String, Learned> context) {
        super.init(context);
        if (minIntervalMs > 0) {
            context.schedule(Duration.ofMillis(minIntervalMs), PunctuationType.WALL_CLOCK_TIME, this::release);
        }
    }

    @Override
    public void process(Record<String, Learned> record) {
        if (minIntervalMs == 0) {
            context().forward(record);
            return;
        }
        long nowMs = context().currentSystemTimeMs();
        Long lastMs = refreshedMs.get(record.key());
        if (lastMs == null || nowMs - lastMs >= minIntervalMs) {
            waiting.remove(record.key());
            refreshedMs.put(record.key(), nowMs);
            context().forward(record);
        } else {
            waiting.put(record.key(), record);
        }
    }

    private void release(long nowMs) {
        refreshedMs.values().removeIf(lastMs -> nowMs - lastMs >= minIntervalMs);
        for (Record<String, Learned> record : waiting.values()) {
            refreshedMs.put(record.key(), nowMs);
            context().forward(record);
        }
        waiting.clear();
    }
}
