package dev.kindred.serde;

import dev.kindred.serde.avro.RecommendationsValue;
import java.io.IOException;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;

/** A {@link dev.kindred.model.Recommendations} in Avro's binary encoding, with room for the header of one topic in front. */
public final class EncodedRecommendations {

    private final byte[] bytes;

    EncodedRecommendations(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The record for a topic: the array itself, in which the header is replaced. */
    byte[] withHeader(int schemaId) {
        WireFormat.writeHeader(schemaId, bytes);
        return bytes;
    }

    /** The Avro record, for serializers of others. */
    SpecificRecord toAvro() {
        int first = WireFormat.HEADER_BYTES;
        BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(bytes, first, bytes.length - first, null);
        try {
            return new SpecificDatumReader<>(RecommendationsValue.class).read(null, decoder);
        } catch (IOException e) {
            throw new SerializationException("cannot read the list that was just encoded", e);
        }
    }
}
