package dev.kindred.serde;

import java.util.Map;

/**
 * The classes that serialize Avro records, and their properties.
 *
 * <p>The classes are loaded by name, so that {@code io.confluent.kafka.serializers.KafkaAvroSerializer} and {@code
 * KafkaAvroDeserializer} can be used if they are on the class path.
 *
 * @param serializerClass a Kafka {@code Serializer} of Avro records with a public constructor without arguments
 * @param deserializerClass a Kafka {@code Deserializer} of Avro records with a public constructor without arguments
 * @param properties passed to both, with the names of Confluent's classes; without {@code schema.registry.url} our own
 *     classes use the ids of the bundled schemas
 */
public record SerdeSettings(String serializerClass, String deserializerClass, Map<String, String> properties) {

    /** The key of the setting for {@link #serializerClass()}. */
    public static final String SERIALIZER_CLASS = "serde.serializer.class";

    /** The key of the setting for {@link #deserializerClass()}. */
    public static final String DESERIALIZER_CLASS = "serde.deserializer.class";

    public SerdeSettings {
        properties = Map.copyOf(properties);
    }

    /** Our own classes with the ids of the bundled schemas, for tests and the embedded mode. */
    public static SerdeSettings bundled() {
        return ownClasses(Map.of());
    }

    /**
     * Our own classes with a registry.
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

    /** Contains the names of the properties but not their values, some of which are secret. */
    @Override
    public String toString() {
        return "SerdeSettings[" + serializerClass + ", " + deserializerClass + ", " + properties.keySet() + "]";
    }
}
