package dev.kindred.config;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.streams.StreamsConfig;

/** Settings that Kindred passes unchanged to Kafka's clients and to the serializers. */
final class PassThrough {

    /** Kafka clients receive keys with this prefix, without the prefix. */
    private static final String KAFKA_PREFIX = "kafka.";

    /** Serializers receive keys with this prefix, without the prefix. */
    private static final String SERDE_PREFIX = "serde.";

    /** Serializers receive keys with this prefix, including the prefix. */
    private static final String REGISTRY_PREFIX = "schema.registry.";

    /** Kafka's keys that a setting of Kindred determines. */
    private static final Map<String, Setting<?>> OWNED = Map.ofEntries(
            Map.entry("application.id", ApplicationConfig.APPLICATION_ID),
            Map.entry("group.id", ApplicationConfig.APPLICATION_ID),
            Map.entry("bootstrap.servers", ApplicationConfig.BOOTSTRAP_SERVERS),
            Map.entry("state.dir", ApplicationConfig.STATE_DIR),
            Map.entry("num.stream.threads", ApplicationConfig.THREADS),
            Map.entry("processing.guarantee", ApplicationConfig.PROCESSING_GUARANTEE),
            Map.entry("isolation.level", ApplicationConfig.PROCESSING_GUARANTEE),
            Map.entry("enable.auto.commit", ApplicationConfig.PROCESSING_GUARANTEE),
            Map.entry("enable.idempotence", ApplicationConfig.PROCESSING_GUARANTEE),
            Map.entry("transactional.id", ApplicationConfig.PROCESSING_GUARANTEE),
            Map.entry("commit.interval.ms", ApplicationConfig.COMMIT_INTERVAL),
            Map.entry("linger.ms", ApplicationConfig.LINGER),
            Map.entry("partitioner.class", TopicConfig.PARTITIONS),
            Map.entry("partitioner.ignore.keys", TopicConfig.PARTITIONS),
            Map.entry("replication.factor", TopicConfig.REPLICATION),
            Map.entry("rocksdb.config.setter", ApplicationConfig.ROCKSDB),
            Map.entry("max.request.size", EventConfig.DEAD_LETTER_MAX_BYTES),
            Map.entry("key.serializer", ApplicationConfig.SERIALIZER),
            Map.entry("value.serializer", ApplicationConfig.SERIALIZER),
            Map.entry("default.key.serde", ApplicationConfig.SERIALIZER),
            Map.entry("default.value.serde", ApplicationConfig.SERIALIZER),
            Map.entry("key.deserializer", ApplicationConfig.DESERIALIZER),
            Map.entry("value.deserializer", ApplicationConfig.DESERIALIZER));

    /** The prefixes of Kafka Streams that restrict a key to one kind of client. */
    private static final List<String> CLIENTS =
            List.of("main.consumer.", "restore.consumer.", "global.consumer.", "consumer.", "producer.", "admin.");

    private PassThrough() {}

    static boolean takes(String key) {
        return Stream.of(KAFKA_PREFIX, SERDE_PREFIX, REGISTRY_PREFIX)
                .anyMatch(prefix -> key.startsWith(prefix) && key.length() > prefix.length());
    }

    static Map<String, String> kafka(Map<String, String> settings) {
        Map<String, String> properties = under(KAFKA_PREFIX, settings);
        properties.keySet().forEach(PassThrough::checkNotOwned);
        return Map.copyOf(properties);
    }

    static Map<String, String> serde(Map<String, String> settings, String registryUrl) {
        Map<String, String> properties = under(SERDE_PREFIX, settings);
        for (String key : properties.keySet()) {
            if (key.startsWith(REGISTRY_PREFIX)) {
                throw new ConfigException(SERDE_PREFIX + key + " conflicts with " + key + ": set the latter");
            }
        }
        settings.forEach((key, value) -> {
            if (key.startsWith(REGISTRY_PREFIX)) {
                properties.put(key, value);
            }
        });
        properties.remove(ApplicationConfig.REGISTRY_URL.key());
        if (!registryUrl.isEmpty()) {
            properties.put(ApplicationConfig.REGISTRY_URL.key(), registryUrl);
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
        Setting<?> owner = OWNED.get(withoutClient(key));
        if (owner != null) {
            throw new ConfigException(
                    KAFKA_PREFIX + key + " conflicts with " + owner.key() + ", which determines it: set the latter");
        }
    }

    /** The value of a key for people: hidden unless Kafka knows the key and it is no password. */
    static String shown(String key, String value) {
        if (!key.startsWith(KAFKA_PREFIX)) {
            return InForce.HIDDEN;
        }
        String name = withoutClient(key.substring(KAFKA_PREFIX.length()));
        boolean isOpen = Stream.of(
                        StreamsConfig.configDef(),
                        ConsumerConfig.configDef(),
                        ProducerConfig.configDef(),
                        AdminClientConfig.configDef())
                .map(known -> known.configKeys().get(name))
                .anyMatch(known -> known != null && known.type != ConfigDef.Type.PASSWORD);
        return isOpen ? withoutCredentials(value) : InForce.HIDDEN;
    }

    /** A value without the user and password of URLs in it. */
    static String withoutCredentials(String value) {
        return value.replaceAll("(://)[^/@\\s]*@", "$1");
    }

    private static String withoutClient(String key) {
        return CLIENTS.stream()
                .filter(key::startsWith)
                .findFirst()
                .map(client -> key.substring(client.length()))
                .orElse(key);
    }
}
