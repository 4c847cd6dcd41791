package dev.kindred.state;

import dev.kindred.model.UserAttributes;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what the shop says of users from the store that has it as it came: user id in UTF-8, then a value in the wire format.
 * Of what cannot be read, or speaks of somebody else, nothing is known. Safe for many threads if the deserializer is.
 */
public final class AttributesReader {

    private static final Logger log = LoggerFactory.getLogger(AttributesReader.class);

    private final String topic;
    private final Deserializer<UserAttributes> values;

    /**
     * A reader.
     *
     * @param topic that the values came from
     */
    public AttributesReader(String topic, Deserializer<UserAttributes> values) {
        this.topic = topic;
        this.values = values;
    }

    /** What is said of a user; empty if nothing is. */
    public Optional<UserAttributes> find(ReadOnlyKeyValueStore<Bytes, byte[]> store, String userId) {
        return Optional.ofNullable(store.get(Bytes.wrap(userId.getBytes(StandardCharsets.UTF_8))))
                .flatMap(this::read)
                .filter(said -> said.userId().equals(userId));
    }

    private Optional<UserAttributes> read(byte[] value) {
        try {
            return Optional.ofNullable(values.deserialize(topic, value));
        } catch (SerializationException e) {
            log.warn("What {} says of a user cannot be read, and counts as nothing: {}", topic, e.getMessage());
            return Optional.empty();
        }
    }
}
