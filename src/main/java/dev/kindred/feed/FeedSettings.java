package dev.kindred.feed;

import dev.kindred.model.Require;
import java.time.Duration;
import java.util.Map;

/**
 * The connection to the brokers, and its time limit.
 *
 * @param client properties that every client needs to reach the cluster
 * @param patience how long to wait for the brokers, at least a second
 */
public record FeedSettings(Map<String, Object> client, Duration patience) {

    private static final Duration LEAST_PATIENCE = Duration.ofSeconds(1);

    public FeedSettings {
        client = Map.copyOf(client);
        Require.that(patience.compareTo(LEAST_PATIENCE) >= 0, "patience must be at least a second", patience);
    }
}
