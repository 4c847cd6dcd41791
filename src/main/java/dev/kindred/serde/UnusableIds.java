package dev.kindred.serde;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.errors.SerializationException;

/**
 * The ids that a registry lately said to be of no use, and why. Bounded in number, since a hostile producer can name four
 * billion of them, and in time, since a replica of a registry may lag. Not thread safe; its client guards it.
 */
final class UnusableIds {

    private static final Duration REMEMBERED = Duration.ofSeconds(30);
    private static final int MOST = 1000;

    private final Clock clock;

    private final Map<Integer, Verdict> verdicts = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Verdict> eldest) {
            return size() > MOST;
        }
    };

    private record Verdict(String why, Instant until) {}

    UnusableIds(Clock clock) {
        this.clock = clock;
    }

    /** @throws SerializationException if the id is remembered, with the reason given then */
    void check(int id) {
        Verdict verdict = verdicts.get(id);
        if (verdict != null && clock.instant().isBefore(verdict.until())) {
            throw new SerializationException(verdict.why());
        }
    }

    /** Remembers an id, and returns the exception to throw. */
    SerializationException add(int id, String why) {
        verdicts.remove(id);
        verdicts.put(id, new Verdict(why, clock.instant().plus(REMEMBERED)));
        return new SerializationException(why);
    }
}
