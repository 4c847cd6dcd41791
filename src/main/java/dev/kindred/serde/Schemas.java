package dev.kindred.serde;

import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;

/** The bundled schemas, for people, and what a registry says of the current ones. */
public final class Schemas {

    private final RegistryClient registry;

    /**
     * A bundled schema.
     *
     * @param id in records that are written without a registry
     * @param name of the record, without its namespace
     * @param current whether records are written with it; a former one is only read
     */
    public record Bundled(int id, String name, boolean current) {}

    /** The answer of a registry about the schema of a topic. */
    public enum Verdict {
        /** The schema is registered. */
        REGISTERED,
        /** It is not registered, and compatible with the former versions, or there are none. */
        COMPATIBLE,
        /** The registry would refuse it. */
        INCOMPATIBLE
    }

    /**
     * The schemas of a registry.
     *
     * @param properties with Confluent's names, such as {@code schema.registry.url}
     * @throws IllegalArgumentException if there is no URL, or one is malformed
     */
    public Schemas(Map<String, ?> properties) {
        Object urls = properties.get(RegistrySettings.URL);
        if (urls == null) {
            throw new IllegalArgumentException(RegistrySettings.URL + " is not set: it names the registry");
        }
        this.registry = RegistryClient.connect(RegistrySettings.of(urls.toString(), properties));
    }

    /** All bundled schemas, by id. */
    public static List<Bundled> bundled() {
        return BundledSchemas.described();
    }

    /**
     * Registers the current schema of a record for the values of a topic.
     *
     * @param name of the record, without its namespace
     * @return its id
     * @throws RegistryRefusedException if it is incompatible with the former versions, or rights are missing
     * @throws RegistryUnavailableException if no registry answers
     */
    public int register(String topic, String name) {
        return registry.register(subject(topic), current(name));
    }

    /** Asks the registry about the current schema of a record, for the values of a topic; exceptions as {@link #register}. */
    public Verdict check(String topic, String name) {
        Schema schema = current(name);
        if (registry.find(subject(topic), schema).isPresent()) {
            return Verdict.REGISTERED;
        }
        return registry.accepts(subject(topic), schema) ? Verdict.COMPATIBLE : Verdict.INCOMPATIBLE;
    }

    private static String subject(String topic) {
        return topic + "-value";
    }

    private static Schema current(String name) {
        return BundledSchemas.current(name)
                .orElseThrow(() -> new IllegalArgumentException("there is no bundled schema " + name));
    }
}
