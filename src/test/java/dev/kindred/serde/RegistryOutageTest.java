package dev.kindred.serde;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.serde.avro.AffinityValue;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.util.Map;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Law: an outage stops, a bad record does not, whichever deserializer is named. */
class RegistryOutageTest {

    private static Deserializer<?> failingWith(IOException cause) {
        return new MappedDeserializer<>(new Failing(cause), AffinityValue.class, decoded -> decoded);
    }

    @Test
    void isToldFromABadRecord() {
        Deserializer<?> deserializer = failingWith(new ConnectException("refused"));

        assertThatThrownBy(() -> deserializer.deserialize("events", new byte[1]))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("does not answer");
    }

    @Test
    void isNotSeenInATruncatedRecord() {
        Deserializer<?> deserializer = failingWith(new EOFException());

        assertThatThrownBy(() -> deserializer.deserialize("events", new byte[1]))
                .isInstanceOf(SerializationException.class);
    }

    private record Failing(IOException cause) implements Deserializer<Object> {

        @Override
        public void configure(Map<String, ?> configs, boolean isKey) {}

        @Override
        public Object deserialize(String topic, byte @Nullable [] data) {
            throw new SerializationException("cannot deserialize", cause);
        }
    }
}
