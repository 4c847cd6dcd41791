package dev.kindred.profile;

import dev.kindred.math.Decay;
import dev.kindred.model.Require;
import java.time.Duration;

/**
 * The settings of profiles.
 *
 * @param affinityDecay the decay of long-term affinities with time
 * @param newEvents an active user with fewer events than this is new; positive
 * @param active how long a user is active after an event, positive
 * @param lapsed how long after the last event a user has lapsed, not shorter than {@code active}
 */
public record ProfileSettings(Decay affinityDecay, int newEvents, Duration active, Duration lapsed) {

    public ProfileSettings {
        Require.that(newEvents >= 1, "newEvents must be positive", newEvents);
        Require.that(!active.isNegative() && !active.isZero(), "active must be positive", active);
        if (lapsed.compareTo(active) < 0) {
            throw new IllegalArgumentException("lapsed must be no shorter than " + active + ", got " + lapsed);
        }
    }

    /**
     * Lapsed when more than {@code lapsed} has passed since the last event, else lapsing when more than {@code active}
     * has, else new with fewer than {@code newEvents} events, else active.
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
