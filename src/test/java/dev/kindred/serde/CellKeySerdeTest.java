package dev.kindred.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.model.CellKey;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

final class CellKeySerdeTest {

    @AutoClose
    private final CellKeySerde serde = new CellKeySerde();

    @Test
    void readsTheKeyThatWasWritten() {
        CellKey key = new CellKey("änn", "tea");

        byte[] bytes = serde.serializer().serialize("affinities", key);

        assertThat(bytes).isEqualTo(key.toBytes());
        assertThat(serde.deserializer().deserialize("affinities", bytes)).isEqualTo(key);
    }

    @Test
    void mapsNullToNull() {
        assertThat(serde.serializer().serialize("affinities", null)).isNull();
        assertThat(serde.deserializer().deserialize("affinities", (byte[]) null))
                .isNull();
    }

    @Test
    void refusesBytesThatAreNotAKey() {
        assertThatThrownBy(() -> serde.deserializer().deserialize("affinities", new byte[] {'a'}))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("user, 0x00 and item");
    }
}
