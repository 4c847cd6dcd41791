package dev.kindred.serde;

import dev.kindred.model.CellKey;
import java.util.function.Function;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Serde for keys of the affinities topic, in the layout of {@link CellKey}. Stateless: safe for many threads.
 *
 * <p>The deserializer throws {@link SerializationException} for any other bytes.
 */
public final class CellKeySerde implements Serde<CellKey> {

    @Override
    public Serializer<CellKey> serializer() {
        return (topic, key) -> key == null ? null : key.toBytes();
    }

    @Override
    public Deserializer<CellKey> deserializer() {
        return deserializer(CellKey::fromBytes);
    }

    /** A deserializer of keys as something else. */
    public static <T> Deserializer<T> deserializer(Function<byte[], T> fromBytes) {
        return (topic, bytes) -> bytes == null ? null : read(bytes, fromBytes);
    }

    private static <T> @Nullable T read(byte[] bytes, Function<byte[], T> fromBytes) {
        try {
            return fromBytes.apply(bytes);
        } catch (IllegalArgumentException e) {
            throw new SerializationException(e.getMessage(), e);
        }
    }
}
