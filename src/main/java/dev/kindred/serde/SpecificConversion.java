package dev.kindred.serde;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;

/**
 * Converts a generic record in the writer's schema to a generated class.
 *
 * <p>It encodes and decodes the record, so that Avro resolves defaults, unknown enum symbols, added and removed fields.
 * A deserializer that returns generated classes, which {@link AvroSerdes} requests, avoids this cost.
 */
final class SpecificConversion {

    private SpecificConversion() {}

    /** @throws SerializationException if the record has another name or its schema cannot be resolved */
    static <A extends SpecificRecord> A convert(IndexedRecord generic, Class<A> target) {
        Schema reader = SpecificData.get().getSchema(target);
        Schema writer = generic.getSchema();
        if (!reader.getFullName().equals(writer.getFullName())) {
            throw new SerializationException("the record is a " + writer.getFullName() + " where "
                    + reader.getFullName() + " was expected; was it sent to the wrong topic?");
        }
        try {
            byte[] bytes = encode(generic);
            SpecificDatumReader<A> resolving = new SpecificDatumReader<>(writer, reader);
            return resolving.read(null, DecoderFactory.get().binaryDecoder(bytes, null));
        } catch (IOException | AvroRuntimeException | ClassCastException e) {
            throw new SerializationException(
                    "the writer's schema of " + writer.getFullName() + " cannot be resolved: " + e.getMessage(), e);
        }
    }

    private static byte[] encode(IndexedRecord generic) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        new GenericDatumWriter<>(generic.getSchema()).write(generic, encoder);
        encoder.flush();
        return bytes.toByteArray();
    }
}
