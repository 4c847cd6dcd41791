package dev.kindred.config;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.config.ConfigException;

/** Settings that Kindred hands on unread: to Kafka's clients and to the serializers. */
final class PassThrough {

    /** Kafka's keys that a setting of Kindred decides. */
    private static final Map<String, String> OWNED = Map.ofEntries(
            Map.entry("application.id", Keys.APPLICATION_ID),
            Map.entry("group.id", Keys.APPLICATION_ID),
            Map.entry("bootstrap.servers", Keys.BOOTSTRAP_SERVERS),
            Map.entry("state.dir", Keys.STATE_DIR),
            Map.entry("num.stream.threads", Keys.THREADS),
            Map.entry("processing.guarantee", Keys.PROCESSING_GUARANTEE),
            Map.entry("isolation.level", Keys.PROCESSING_GUARANTEE),
            Map.entry("enable.auto.commit", Keys.PROCESSING_GUARANTEE),
            Map.entry("enable.idempotence", Keys.PROCESSING_GUARANTEE),
            Map.entry("transactional.id", Keys.PROCESSING_GUARANTEE),
            Map.entry("commit.interval.ms", Keys.COMMIT_INTERVAL),
            Map.entry("linger.ms", Keys.LINGER),
            Map.entry("partitioner.class", Keys.TOPICS_PARTITIONS),
            Map.entry("partitioner.ignore.keys", Keys.TOPICS_PARTITIONS),
            Map.entry("replication.factor", Keys.TOPICS_REPLICATION),
            Map.entry("rocksdb.config.setter", Keys.MEMORY_ROCKSDB),
            Map.entry("max.request.size", Keys.DEAD_LETTER_MAX_BYTES),
            Map.entry("key.serializer", Keys.SERIALIZER),
            Map.entry("value.serializer", Keys.SERIALIZER),
            Map.entry("default.key.serde", Keys.SERIALIZER),
            Map.entry("default.value.serde", Keys.SERIALIZER),
            Map.entry("key.deserializer", Keys.DESERIALIZER),
            Map.entry("value.deserializer", Keys.DESERIALIZER));

    /** What Kafka Streams allows before a key so as to reach one client alone. */
    private static final List<String> CLIENTS =
            List.of("main.consumer.", "restore.consumer.", "global.consumer.", "consumer.", "producer.", "admin.");

    private PassThrough() {}

    static Map<String, String> kafka(Map<String, String> settings) {
        Map<String, String> properties = under(Definition.KAFKA_PREFIX, settings);
        properties.keySet().forEach(PassThrough::checkNotOwned);
        return Map.copyOf(properties);
    }

    static Map<String, String> serde(Map<String, String> settings, String registryUrl) {
        Map<String, String> properties = under(Definition.SERDE_PREFIX, settings);
        for (String key : properties.keySet()) {
            if (key.startsWith(Definition.REGISTRY_PREFIX)) {
                throw new ConfigException(
                        Definition.SERDE_PREFIX + key + " conflicts with " + key + ": set the latter");
            }
        }
        settings.forEach((key, value) -> {
            if (key.startsWith(Definition.REGISTRY_PREFIX)) {
                properties.put(key, value);
            }
        });
        properties.remove(Keys.REGISTRY_URL);
        if (!registryUrl.isEmpty()) {
            properties.put(Keys.REGISTRY_URL, registryUrl);
        }
        return Map.copyOf(properties);
    }

    private static Map<String, String> under(String prefix, Map<String, String> settings) {
        Map<String, String> properties = new TreeMap<>();
        settings.forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                properties.put(key.substring(prefix.length()), value);
            }
        });
        return properties;
    }

    private static void checkNotOwned(String key) {
        String owner = OWNED.get(withoutClient(key));
        if (owner != null) {
            throw new ConfigException(
                    Definition.KAFKA_PREFIX + key + " conflicts with " + owner + ", which decides it: set the latter");
        }
    }

    private static String withoutClient(String key) {
        return CLIENTS.stream()
                .filter(key::startsWith)
                .findFirst()
                .map(client -> key.substring(client.length()))
                .orElse(key);
    }
}
