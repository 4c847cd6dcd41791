package dev.kindred.serde;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to go on asking: the pause doubles from round to round, up to a limit, and each is shortened at random by up to a
 * half, so that many instances that lost the same registry do not come back in step.
 *
 * <p>Source: M. Brooker, Exponential Backoff and Jitter, AWS Architecture Blog, 2015 ("equal jitter").
 *
 * @param rounds how often each URL is asked, at least once
 * @param first the pause after the first round, before shortening
 * @param longest the longest pause
 */
record Retries(int rounds, Duration first, Duration longest) {

    /** About ten seconds of pauses: a restart of the registry passes, a poll interval does not. */
    static final Retries DEFAULT = new Retries(8, Duration.ofMillis(100), Duration.ofSeconds(5));

    private static final int MAX_DOUBLINGS = 30;

    Retries {
        if (rounds < 1) {
            throw new IllegalArgumentException("rounds must be at least 1, got " + rounds);
        }
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
