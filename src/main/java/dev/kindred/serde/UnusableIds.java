package dev.kindred.serde;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.errors.SerializationException;

/**
 * A cache of unusable ids, with the reasons. It is bounded in number, because a hostile producer can send four billion
 * ids, and in time, because a replica of a registry may lag. Not thread safe: the client guards it.
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

    /** @throws SerializationException if the id is cached, with the reason */
    void check(int id) {
        Verdict verdict = verdicts.get(id);
        if (verdict != null && clock.instant().isBefore(verdict.until())) {
            throw new SerializationException(verdict.why());
        }
    }

    /** Adds an id and returns the exception to throw. */
    SerializationException add(int id, String why) {
        verdicts.remove(id);
        verdicts.put(id, new Verdict(why, clock.instant().plus(REMEMBERED)));
        return new SerializationException(why);
    }
}
