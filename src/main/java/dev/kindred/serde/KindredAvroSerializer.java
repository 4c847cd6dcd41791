package dev.kindred.serde;

import dev.kindred.serde.avro.RecommendationsValue;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes Avro records, generated or generic, in the wire format of schema registries.
 *
 * <p>It replaces {@code io.confluent.kafka.serializers.KafkaAvroSerializer}: same bytes, same subjects ({@code
 * <topic>-value} or {@code <topic>-key}) and the same names for the properties that it supports: {@code
 * schema.registry.url}, {@code auto.register.schemas}, {@code basic.auth.credentials.source} and {@code
 * basic.auth.user.info}. Without a URL, ids come from the bundled schemas.
 *
 * <p>Safe for many threads once configured: reused objects are per thread.
 */
public final class KindredAvroSerializer implements Serializer<Object> {

    /** Uses the writers of generated classes, which are faster than writing by schema and give the same bytes. */
    private static final SpecificData GENERATED_CODE = generatedCode();

    private final ThreadLocal<ThreadState> states = ThreadLocal.withInitial(ThreadState::new);
    private SchemaIds ids = new BundledSchemas();
    private String subjectSuffix = "-value";

    @Override
    public void configure(Map<String, ?> properties, boolean isKey) {
        ids = RegistrySettings.schemaIds(properties);
        subjectSuffix = isKey ? "-key" : "-value";
        states.remove();
    }

    /**
     * Returns header and record, or {@code null} for {@code null}.
     *
     * @throws SerializationException if {@code value} is not an Avro record or does not match its schema
     * @throws RegistryUnavailableException if the schema's id is not cached and no registry answers
     * @throws RegistryRefusedException if the registry does not accept the schema
     */
    @Override
    public byte @Nullable [] serialize(String topic, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        if (value instanceof EncodedRecommendations encoded) {
            return encoded.withHeader(states.get()
                    .writing(topic, RecommendationsValue.getClassSchema())
                    .id());
        }
        if (!(value instanceof IndexedRecord datum)) {
            throw new SerializationException("only Avro records can be written, got a "
                    + value.getClass().getName());
        }
        return states.get().write(topic, datum);
    }

    @Override
    public void close() {
        states.remove();
    }

    private static SpecificData generatedCode() {
        SpecificData data = new SpecificData(KindredAvroSerializer.class.getClassLoader());
        data.setCustomCoders(true);
        return data;
    }

    /** The schema, id and writer for one topic. */
    private record Writing(Schema schema, int id, SpecificDatumWriter<IndexedRecord> writer) {}

    /** Objects reused by one thread. */
    private final class ThreadState {

        private final Map<String, Writing> writings = new HashMap<>(); // by topic, for the schema of the last record
        private final ByteArraySink sink = new ByteArraySink();
        private final BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(sink, null); // buffers nothing

        byte[] write(String topic, IndexedRecord datum) {
            Writing writing = writing(topic, datum.getSchema());
            sink.reset();
            WireFormat.writeHeader(writing.id(), sink);
            try {
                writing.writer().write(datum, encoder);
            } catch (IOException | RuntimeException e) {
                throw new SerializationException(
                        "cannot write a " + datum.getSchema().getFullName() + ": " + e.getMessage(), e);
            }
            return sink.toByteArray();
        }

        private Writing writing(String topic, Schema schema) {
            Writing known = writings.get(topic);
            if (known != null && known.schema().equals(schema)) {
                return known;
            }
            int id = ids.idOf(topic + subjectSuffix, BundledSchemas.published(schema));
            Writing writing = new Writing(schema, id, new SpecificDatumWriter<>(schema, GENERATED_CODE));
            writings.put(topic, writing);
            return writing;
        }
    }
}
