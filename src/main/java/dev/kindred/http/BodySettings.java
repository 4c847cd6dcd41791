package dev.kindred.http;

import dev.kindred.model.Require;
import java.time.Duration;

/**
 * The limits of a request body.
 *
 * @param maxBytes the greatest length
 * @param timeout how long it may take to arrive, from its headers on
 * @param minBytesPerSecond the least rate at which it may arrive; 0 for any
 */
public record BodySettings(int maxBytes, Duration timeout, int minBytesPerSecond) {

    public BodySettings {
        Require.that(maxBytes >= 1, "maxBytes must be positive", maxBytes);
        Require.that(!timeout.isNegative() && !timeout.isZero(), "timeout must be positive", timeout);
        Require.that(minBytesPerSecond >= 0, "minBytesPerSecond must be at least 0", minBytesPerSecond);
    }
}
