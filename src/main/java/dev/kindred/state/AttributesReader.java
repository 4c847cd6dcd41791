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
 * Reads declared user attributes from the store that holds the records as received: user id in UTF-8, value in the wire
 * format. Unreadable values, and values for another user, count as absent. Thread safe if the deserializer is.
 *
 * @param topic the topic that the values came from
 */
public record AttributesReader(String topic, Deserializer<UserAttributes> values) {

    private static final Logger log = LoggerFactory.getLogger(AttributesReader.class);

    /** The declared attributes of a user; empty if there are none. */
    public Optional<UserAttributes> find(ReadOnlyKeyValueStore<Bytes, byte[]> store, String userId) {
        return Optional.ofNullable(store.get(key(userId)))
                .flatMap(this::read)
                .filter(attributes -> attributes.userId().equals(userId));
    }

    /** Whether a user has agreed to a purpose; the empty one needs nobody's consent. */
    public boolean allow(ReadOnlyKeyValueStore<Bytes, byte[]> store, String userId, String purpose) {
        return purpose.isEmpty()
                || find(store, userId).filter(of -> of.allows(purpose)).isPresent();
    }

    /** The key of a user in the store. */
    public static Bytes key(String userId) {
        return Bytes.wrap(userId.getBytes(StandardCharsets.UTF_8));
    }

    /** The attributes in a value; empty if it cannot be read. */
    public Optional<UserAttributes> read(byte[] value) {
        try {
            return Optional.ofNullable(values.deserialize(topic, value));
        } catch (SerializationException e) {
            log.warn("A user's attributes in {} cannot be read and count as absent: {}", topic, e.getMessage());
            return Optional.empty();
        }
    }
}
