package dev.kindred.lab.embedded;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The port and the data directory of the broker in the process.
 *
 * @param directory keeps topics, offsets and the cluster id over restarts, and is created if missing; empty for a
 *     temporary one that is deleted at close
 * @param port on which clients connect, on the loopback interface only; 0 for any free one
 * @param properties of the broker, by Kafka's names, above those that it has anyway; its listener for clients is
 *     {@code CLIENTS}
 */
public record EmbeddedKafkaSettings(Optional<Path> directory, int port, Map<String, String> properties) {

    public EmbeddedKafkaSettings {
        properties = Map.copyOf(properties);
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port must be in 0..65535, got " + port);
        }
    }

    /** A broker without further properties. */
    public EmbeddedKafkaSettings(Optional<Path> directory, int port) {
        this(directory, port, Map.of());
    }

    /** A broker on any free port that leaves nothing behind. */
    public static EmbeddedKafkaSettings temporary() {
        return new EmbeddedKafkaSettings(Optional.empty(), 0);
    }

    /** A broker on any free port that finds its data again in a directory. */
    public static EmbeddedKafkaSettings in(Path directory) {
        return new EmbeddedKafkaSettings(Optional.of(directory), 0);
    }
}
