package dev.kindred.config;

import dev.kindred.math.Spelling;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigDef;

/** All settings: the one source of keys, types, defaults, ranges and sentences. */
final class Definition {

    static final ConfigDef ALL = all();

    /** Keys under it go to all Kafka clients, without it. */
    static final String KAFKA_PREFIX = "kafka.";

    /** Keys under it go to the serializers, without it. */
    static final String SERDE_PREFIX = "serde.";

    /** Keys under it go to the serializers, with it. */
    static final String REGISTRY_PREFIX = "schema.registry.";

    private Definition() {}

    static boolean knows(String key) {
        return ALL.names().contains(key) || isPassedThrough(key);
    }

    private static boolean isPassedThrough(String key) {
        return isUnder(KAFKA_PREFIX, key) || isUnder(SERDE_PREFIX, key) || isUnder(REGISTRY_PREFIX, key);
    }

    private static boolean isUnder(String prefix, String key) {
        return key.startsWith(prefix) && key.length() > prefix.length();
    }

    /** The known key that an unknown one most resembles, if any does. */
    static Optional<String> nearest(String unknown) {
        return Spelling.nearest(unknown, ALL.names());
    }

    private static ConfigDef all() {
        ConfigDef definition = new ConfigDef();
        PlatformDefinitions.addTo(definition);
        ModelDefinitions.addTo(definition);
        return definition;
    }
}
