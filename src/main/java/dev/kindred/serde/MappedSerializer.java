package dev.kindred.serde;

import java.util.function.Function;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Writes a domain record through its Avro record. It owns the inner serializer, which is configured. */
record MappedSerializer<T>(Serializer<Object> inner, Function<T, ?> toAvro) implements Serializer<T> {

    @Override
    public byte @Nullable [] serialize(String topic, @Nullable T value) {
        return value == null ? null : inner.serialize(topic, toAvro.apply(value));
    }

    @Override
    public byte @Nullable [] serialize(String topic, Headers headers, @Nullable T value) {
        return value == null ? null : inner.serialize(topic, headers, toAvro.apply(value));
    }

    @Override
    public void close() {
        inner.close();
    }
}
