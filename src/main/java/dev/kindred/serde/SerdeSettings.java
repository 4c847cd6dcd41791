package dev.kindred.serde;

import java.util.Map;

/**
 * Which classes turn Avro records into bytes and back, and what they are configured with.
 *
 * <p>The classes are named, not linked, so that {@code io.confluent.kafka.serializers.KafkaAvroSerializer} and {@code
 * KafkaAvroDeserializer} drop in where they are on the class path.
 *
 * @param serializerClass a Kafka {@code Serializer} of Avro records with a public constructor without arguments
 * @param deserializerClass a Kafka {@code Deserializer} of Avro records with a public constructor without arguments
 * @param properties handed to both, under the names that Confluent's classes use, {@code schema.registry.url} among them;
 *     without that one our own classes take the ids of the bundled schemas
 */
public record SerdeSettings(String serializerClass, String deserializerClass, Map<String, String> properties) {

    /** The setting that {@link #serializerClass()} comes from, as error messages name it. */
    public static final String SERIALIZER_CLASS = "serde.serializer.class";

    /** The setting that {@link #deserializerClass()} comes from, as error messages name it. */
    public static final String DESERIALIZER_CLASS = "serde.deserializer.class";

    public SerdeSettings {
        properties = Map.copyOf(properties);
    }

    /** Our own classes with the ids of the bundled schemas: for tests and the embedded mode. */
    public static SerdeSettings bundled() {
        return ownClasses(Map.of());
    }

    /**
     * Our own classes against a registry.
     *
     * @param urls one or several base URLs, separated by commas; they are tried in turn
     */
    public static SerdeSettings withRegistry(String urls) {
        return ownClasses(Map.of(RegistrySettings.URL, urls));
    }

    private static SerdeSettings ownClasses(Map<String, String> properties) {
        return new SerdeSettings(
                KindredAvroSerializer.class.getName(), KindredAvroDeserializer.class.getName(), properties);
    }

    /** Names the properties without their values, some of which are secret. */
    @Override
    public String toString() {
        return "SerdeSettings[" + serializerClass + ", " + deserializerClass + ", " + properties.keySet() + "]";
    }
}
