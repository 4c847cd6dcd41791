package dev.kindred.serde;

import dev.kindred.model.Require;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Exponential backoff with jitter: the pause doubles after every round, up to a limit, and is shortened at random by up
 * to a half, so that many instances do not retry at the same time.
 *
 * <p>Source: M. Brooker, Exponential Backoff and Jitter, AWS Architecture Blog, 2015 ("equal jitter").
 *
 * @param rounds the number of attempts per URL, at least 1
 * @param first the pause after the first round, before jitter
 * @param longest the longest pause
 */
record Retries(int rounds, Duration first, Duration longest) {

    /** About ten seconds in all: longer than a restart of the registry, shorter than a poll interval. */
    static final Retries DEFAULT = new Retries(8, Duration.ofMillis(100), Duration.ofSeconds(5));

    private static final int MAX_DOUBLINGS = 30;

    Retries {
        Require.that(rounds >= 1, "rounds must be at least 1", rounds);
    }

    /**
     * The pause after a round.
     *
     * @param round from 0
     */
    Duration pauseAfter(int round, RandomGenerator random) {
        long doubledMs = first.toMillis() << Math.min(round, MAX_DOUBLINGS);
        long limitMs = Math.min(doubledMs, longest.toMillis());
        return Duration.ofMillis(Math.round(limitMs * (1 - random.nextDouble() / 2)));
    }
}
