package dev.kindred.metrics;

import dev.kindred.query.LiveSample;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.CountAtBucket;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The figures of the last hour, for charts: a sample for every few seconds, each with the rates since the one before.
 * Thread safe.
 */
final class History {

    private static final long EVERY_MS = 5_000;
    private static final long KEPT_MS = TimeUnit.HOURS.toMillis(1);

    private final MeterRegistry registry;
    private final LongSupplier clockMs;
    private final Deque<LiveSample> samples = new ArrayDeque<>();
    private Totals before; // at the last sample

    /** The counters since the start. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Totals(long timeMs, double events, long lists, double requests, CountAtBucket[] latency) {}

    History(MeterRegistry registry, LongSupplier clockMs) {
        this.registry = registry;
        this.clockMs = clockMs;
        this.before = totals();
    }

    private Totals totals() {
        Timer latency = registry.find(MeterName.LATENCY.id()).timer();
        return new Totals(
                clockMs.getAsLong(),
                sum(registry.find(MeterName.EVENTS.id()).counters()),
                latency == null ? 0 : latency.count(),
                registry.find(MeterName.HTTP_REQUESTS.id()).timers().stream()
                        .mapToLong(Timer::count)
                        .sum(),
                latency == null ? new CountAtBucket[0] : latency.takeSnapshot().histogramCounts());
    }

    private static double sum(Collection<Counter> counters) {
        return counters.stream().mapToDouble(Counter::count).sum();
    }

    /**
     * Adds a sample, unless the last one is only seconds old.
     *
     * @param waiting records of the inputs that wait
     */
    synchronized void sample(long waiting) {
        if (clockMs.getAsLong() - before.timeMs() < EVERY_MS) {
            return;
        }
        Totals now = totals();
        double seconds = (now.timeMs() - before.timeMs()) / 1000.0;
        Runtime memory = Runtime.getRuntime();
        samples.addLast(new LiveSample(
                now.timeMs(),
                (now.events() - before.events()) / seconds,
                (now.lists() - before.lists()) / seconds,
                (now.requests() - before.requests()) / seconds,
                quantile(0.5, before.latency(), now.latency()),
                quantile(0.99, before.latency(), now.latency()),
                waiting,
                (long) sum(registry.find(MeterName.DEAD_LETTERS.id()).counters()),
                memory.totalMemory() - memory.freeMemory()));
        before = now;
        while (samples.getFirst().timeMs() < now.timeMs() - KEPT_MS) {
            samples.removeFirst();
        }
    }

    /** The samples after a time, oldest first. */
    synchronized List<LiveSample> after(long timeMs) {
        return samples.stream().filter(sample -> sample.timeMs() > timeMs).toList();
    }

    /**
     * A quantile of what was recorded between two states of a histogram, in milliseconds, by linear interpolation within
     * its bucket, as {@code histogram_quantile} of Prometheus does it; empty if nothing was recorded.
     */
    static OptionalDouble quantile(double share, CountAtBucket[] before, CountAtBucket[] now) {
        double all = now.length == 0 ? 0 : added(now.length - 1, before, now);
        if (all <= 0) {
            return OptionalDouble.empty();
        }
        double wanted = share * all;
        double below = 0;
        double lower = 0;
        for (int i = 0; i < now.length; i++) {
            double upTo = added(i, before, now);
            double upper = now[i].bucket(TimeUnit.MILLISECONDS);
            if (upTo >= wanted) {
                double within = upTo > below ? (wanted - below) / (upTo - below) : 1;
                return OptionalDouble.of(Double.isInfinite(upper) ? lower : lower + within * (upper - lower));
            }
            below = upTo;
            lower = upper;
        }
        return OptionalDouble.of(lower);
    }

    private static double added(int bucket, CountAtBucket[] before, CountAtBucket[] now) {
        return now[bucket].count() - (bucket < before.length ? before[bucket].count() : 0);
    }
}
