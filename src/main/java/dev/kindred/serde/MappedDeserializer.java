package dev.kindred.serde;

import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a domain record through its Avro record. It owns the inner deserializer, which is configured and returns the
 * generated class or a generic record of the same name in the writer's schema, to be resolved by Avro's rules.
 */
record MappedDeserializer<A extends SpecificRecord, T>(
        Deserializer<Object> inner, Class<A> avroClass, Function<A, T> fromAvro) implements Deserializer<T> {

    @Override
    public @Nullable T deserialize(String topic, byte @Nullable [] bytes) {
        return bytes == null ? null : toDomain(decode(() -> inner.deserialize(topic, bytes)));
    }

    @Override
    public @Nullable T deserialize(String topic, Headers headers, byte @Nullable [] bytes) {
        return bytes == null ? null : toDomain(decode(() -> inner.deserialize(topic, headers, bytes)));
    }

    /**
     * Other deserializers throw the same exception for bad bytes and for an unreachable registry; only the cause
     * differs.
     */
    private static @Nullable Object decode(Supplier<@Nullable Object> decoding) {
        try {
            return decoding.get();
        } catch (SerializationException e) {
            if (isOutage(e)) {
                throw new RegistryUnavailableException("the schema registry does not answer: " + e.getMessage(), e);
            }
            throw new SerializationException(withCauses(e), e);
        }
    }

    /** Other deserializers name the reason in the causes alone. */
    private static String withCauses(SerializationException failure) {
        StringBuilder message = new StringBuilder(String.valueOf(failure.getMessage()));
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            String more = cause.getMessage();
            if (more != null && message.indexOf(more) < 0) {
                message.append(": ").append(more);
            }
        }
        return message.toString();
    }

    private static boolean isOutage(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SocketException
                    || cause instanceof SocketTimeoutException
                    || cause instanceof UnknownHostException) {
                return true;
            }
        }
        return false;
    }

    private @Nullable T toDomain(@Nullable Object decoded) {
        if (decoded == null) {
            return null;
        }
        try {
            return fromAvro.apply(toAvro(decoded));
        } catch (IllegalArgumentException e) {
            throw new SerializationException(avroClass.getSimpleName() + " breaks a rule: " + e.getMessage(), e);
        }
    }

    private A toAvro(Object decoded) {
        if (avroClass.isInstance(decoded)) {
            return avroClass.cast(decoded);
        }
        if (decoded instanceof IndexedRecord generic && !(decoded instanceof SpecificRecord)) {
            return SpecificConversion.convert(generic, avroClass);
        }
        throw new SerializationException("the record is a " + nameOf(decoded) + " where " + avroClass.getSimpleName()
                + " was expected; was it sent to the wrong topic?");
    }

    private static String nameOf(Object decoded) {
        return decoded instanceof IndexedRecord avro
                ? avro.getSchema().getFullName()
                : decoded.getClass().getName();
    }

    @Override
    public void close() {
        inner.close();
    }
}
