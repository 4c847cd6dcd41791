package dev.kindred.export;

import java.time.Duration;
import java.util.Optional;

/** What is left of the time that one answer may be waited for. Not thread safe: one per answer. */
final class Patience {

    private static final Duration LEAST = Duration.ofSeconds(1);
    private static final Duration MOST = Duration.ofSeconds(30);

    private final Pauses pauses;
    private Duration left;

    /** @param whole the sum of all pauses */
    Patience(Pauses pauses, Duration whole) {
        this.pauses = pauses;
        this.left = whole;
    }

    /**
     * Waits before another attempt.
     *
     * @param wanted for how long, if the other side says so
     * @return false, at once, if the time is over
     */
    boolean pause(Optional<Duration> wanted) throws InterruptedException {
        Duration pause = wanted.filter(length -> length.compareTo(LEAST) > 0).orElse(LEAST);
        Duration bounded = pause.compareTo(MOST) < 0 ? pause : MOST;
        left = left.minus(bounded);
        if (left.isNegative()) {
            return false;
        }
        pauses.sleep(bounded);
        return true;
    }
}
