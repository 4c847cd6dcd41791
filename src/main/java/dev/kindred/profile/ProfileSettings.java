package dev.kindred.profile;

import dev.kindred.math.Decay;
import java.time.Duration;

/**
 * What makes a profile of a vector.
 *
 * @param affinityDecay the decay of long-term affinities with time
 * @param newEvents fewer events than this make an active user a new one; positive
 * @param active how long after an event a user is active, positive
 * @param lapsed how long after the last event a user has lapsed, no shorter than that
 */
public record ProfileSettings(Decay affinityDecay, int newEvents, Duration active, Duration lapsed) {

    public ProfileSettings {
        if (newEvents < 1) {
            throw new IllegalArgumentException("newEvents must be positive, got " + newEvents);
        }
        if (active.isNegative() || active.isZero()) {
            throw new IllegalArgumentException("active must be positive, got " + active);
        }
        if (lapsed.compareTo(active) < 0) {
            throw new IllegalArgumentException("lapsed must be no shorter than " + active + ", got " + lapsed);
        }
    }

    /**
     * Lapsed when more than {@code lapsed} has passed since the last event, else lapsing when more than {@code active} has,
     * else new with fewer than {@code newEvents} events, else active.
     */
    Lifecycle lifecycle(long events, long sinceLastEventMs) {
        if (sinceLastEventMs > lapsed.toMillis()) {
            return Lifecycle.LAPSED;
        }
        if (sinceLastEventMs > active.toMillis()) {
            return Lifecycle.LAPSING;
        }
        return events < newEvents ? Lifecycle.NEW : Lifecycle.ACTIVE;
    }
}
