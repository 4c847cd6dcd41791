package dev.kindred.serde;

import java.nio.ByteBuffer;
import org.apache.kafka.common.errors.SerializationException;

/**
 * The header before the Avro binary: a zero byte, then the schema's id as four bytes, most significant first.
 *
 * <p>Source: Confluent's documentation of the wire format of Schema Registry.
 */
final class WireFormat {

    static final byte MAGIC = 0;
    static final int HEADER_BYTES = 1 + Integer.BYTES;

    private WireFormat() {}

    static void writeHeader(int schemaId, ByteArraySink sink) {
        byte[] header = new byte[HEADER_BYTES];
        writeHeader(schemaId, header);
        sink.write(header, 0, header.length);
    }

    /** Writes it over the first bytes. */
    static void writeHeader(int schemaId, byte[] bytes) {
        ByteBuffer.wrap(bytes).put(MAGIC).putInt(schemaId);
    }

    /** @throws SerializationException if the bytes are too few or do not start with a zero byte */
    static int schemaId(byte[] bytes) {
        if (bytes.length < HEADER_BYTES) {
            throw new SerializationException("a record must have at least " + HEADER_BYTES
                    + " bytes, a zero byte and the schema's id, got " + bytes.length);
        }
        if (bytes[0] != MAGIC) {
            throw new SerializationException("a record must start with byte 0, got " + bytes[0]
                    + "; is it Avro with a schema id, or JSON of an event, which begins with a brace?");
        }
        return ByteBuffer.wrap(bytes, 1, Integer.BYTES).getInt();
    }
}
