package dev.kindred.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * One counter for each constant of an enum. All counters exist from the start, so that a missing event reads as zero.
 */
final class EnumCounters<E extends Enum<E>> {

    private final Map<E, Counter> counters;

    /**
     * Counters at zero.
     *
     * @param name a meter with one label; its values are the constants in lower case
     */
    EnumCounters(MeterRegistry registry, MeterName name, Class<E> type) {
        counters = new EnumMap<>(type);
        for (E constant : type.getEnumConstants()) {
            counters.put(constant, name.counter(registry, constant.name().toLowerCase(Locale.ROOT)));
        }
    }

    /** The counts by the name of the constant, without those that are zero. */
    Map<String, Long> values() {
        Map<String, Long> values = new TreeMap<>();
        counters.forEach((constant, counter) -> {
            if (counter.count() > 0) {
                values.put(constant.name(), (long) counter.count());
            }
        });
        return values;
    }

    void count(E constant) {
        count(constant, 1);
    }

    void count(E constant, int times) {
        Counter counter = counters.get(constant);
        if (counter != null) {
            counter.increment(times);
        }
    }
}
