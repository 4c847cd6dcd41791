package dev.kindred.intake;

import java.time.Duration;
import java.time.Instant;

/**
 * The limits of valid events.
 *
 * @param maxIdBytes the longest id of a user, an item or an event, in bytes of UTF-8
 * @param futureTolerance how far the clock of a producer may be ahead of ours
 * @param earliest the earliest valid time of an event
 */
public record IntakeSettings(int maxIdBytes, Duration futureTolerance, Instant earliest) {

    public IntakeSettings {
        if (maxIdBytes < 1) {
            throw new IllegalArgumentException("maxIdBytes must be positive, got " + maxIdBytes);
        }
        if (futureTolerance.isNegative()) {
            throw new IllegalArgumentException("futureTolerance must not be negative, got " + futureTolerance);
        }
    }
}
