package dev.kindred.serde;

import dev.kindred.model.CellKey;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Keys of the affinities topic, in the layout of {@link CellKey}. Without state, so threads may share it.
 *
 * <p>The deserializer throws {@link SerializationException} for bytes that are no such key.
 */
public final class CellKeySerde implements Serde<CellKey> {

    @Override
    public Serializer<CellKey> serializer() {
        return (topic, key) -> key == null ? null : key.toBytes();
    }

    @Override
    public Deserializer<CellKey> deserializer() {
        return (topic, bytes) -> bytes == null ? null : read(bytes);
    }

    private static @Nullable CellKey read(byte[] bytes) {
        try {
            return CellKey.fromBytes(bytes);
        } catch (IllegalArgumentException e) {
            throw new SerializationException(e.getMessage(), e);
        }
    }
}
