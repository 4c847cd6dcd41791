package dev.kindred.serde;

import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Writes a domain record by way of its Avro record. The inner serializer comes configured and is owned. */
final class MappedSerializer<T> implements Serializer<T> {

    private final Serializer<Object> inner;
    private final Function<T, SpecificRecord> toAvro;

    MappedSerializer(Serializer<Object> inner, Function<T, SpecificRecord> toAvro) {
        this.inner = inner;
        this.toAvro = toAvro;
    }

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
