package dev.kindred.serde;

import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads Avro records in the wire format of schema registries, written with any version of their schema.
 *
 * <p>It replaces {@code io.confluent.kafka.serializers.KafkaAvroDeserializer}, with the properties of {@link
 * KindredAvroSerializer} and {@code specific.avro.reader}: if that is true, it returns our generated classes in our
 * version of the schema, otherwise generic records in the writer's schema. Unlike the original, it refuses bytes after
 * the record.
 *
 * <p>With a registry, records with bundled ids stay readable, although the registry may have given the same ids to other
 * schemas: of the schemas that an id may stand for, it takes the first that has the expected name and fits all bytes of
 * the record. Versions of one record differ in their length, or in symbols at the end of an enum.
 *
 * <p>Avro's decoder refuses lengths and counts that exceed the bytes of the record, before it allocates memory.
 *
 * <p>Safe for many threads once configured: reused objects are per thread.
 */
public final class KindredAvroDeserializer implements Deserializer<Object> {

    static final String SPECIFIC_READER = "specific.avro.reader";

    /** The full name of the records of a topic, to tell apart what an id may stand for. */
    static final String EXPECTED_RECORD = "kindred.expected.record";

    private final ThreadLocal<ThreadState> states = ThreadLocal.withInitial(ThreadState::new);
    private SchemaIds ids = new BundledSchemas();
    private boolean specific;
    private String expected = "";

    @Override
    public void configure(Map<String, ?> properties, boolean isKey) {
        ids = RegistrySettings.schemaIds(properties);
        specific = Boolean.parseBoolean(String.valueOf(properties.get(SPECIFIC_READER)));
        expected = Objects.toString(properties.get(EXPECTED_RECORD), "");
        states.remove();
    }

    /**
     * Returns the record, or {@code null} for {@code null}.
     *
     * @throws SerializationException if the bytes are not a record in this format, or the schema id is unknown
     * @throws RegistryUnavailableException if the schema is not cached and no registry answers
     * @throws RegistryRefusedException if the registry refuses the request
     */
    @Override
    public @Nullable Object deserialize(String topic, byte @Nullable [] bytes) {
        return bytes == null ? null : states.get().read(bytes);
    }

    @Override
    public void close() {
        states.remove();
    }

    /** Objects reused by one thread. */
    private final class ThreadState {

        private final Int2ObjectOpenHashMap<List<DatumReader<IndexedRecord>>> readers = new Int2ObjectOpenHashMap<>();
        private @Nullable BinaryDecoder decoder;

        Object read(byte[] bytes) {
            int id = WireFormat.schemaId(bytes);
            List<DatumReader<IndexedRecord>> known = readers.get(id);
            List<DatumReader<IndexedRecord>> candidates = known != null ? known : newReaders(id);
            try {
                return read(bytes, id, candidates);
            } catch (SerializationException e) {
                if (known == null) {
                    throw e;
                }
                return read(bytes, id, newReaders(id)); // the registry may have learned the id meanwhile
            }
        }

        /** With the first reader that the whole record fits. */
        private Object read(byte[] bytes, int id, List<DatumReader<IndexedRecord>> candidates) {
            for (DatumReader<IndexedRecord> reader : candidates.subList(0, candidates.size() - 1)) {
                try {
                    return decode(bytes, id, reader);
                } catch (SerializationException e) {
                    // the next one
                }
            }
            return decode(bytes, id, candidates.get(candidates.size() - 1));
        }

        private Object decode(byte[] bytes, int id, DatumReader<IndexedRecord> reader) {
            try {
                return decode(bytes, reader);
            } catch (EOFException e) {
                throw new SerializationException("the record ends in the middle of schema " + id, e);
            } catch (IOException | RuntimeException e) {
                throw new SerializationException("the record does not match schema " + id + ": " + e.getMessage(), e);
            }
        }

        private IndexedRecord decode(byte[] bytes, DatumReader<IndexedRecord> reader) throws IOException {
            int length = bytes.length - WireFormat.HEADER_BYTES;
            decoder = DecoderFactory.get().binaryDecoder(bytes, WireFormat.HEADER_BYTES, length, decoder);
            IndexedRecord datum = reader.read(null, decoder);
            if (!decoder.isEnd()) {
                throw new IOException("it is followed by further bytes");
            }
            return datum;
        }

        private List<DatumReader<IndexedRecord>> newReaders(int id) {
            List<DatumReader<IndexedRecord>> found = new ArrayList<>();
            for (Schema schema : expectedOf(ids.candidates(id))) {
                found.add(newReader(id, schema));
            }
            readers.put(id, found);
            return found;
        }

        /** Those of the expected record; all, if none is, so that messages tell what was found. */
        private List<Schema> expectedOf(List<Schema> candidates) {
            List<Schema> matching = candidates.stream()
                    .filter(schema -> schema.getFullName().equals(expected))
                    .toList();
            return matching.isEmpty() ? candidates : matching;
        }

        private DatumReader<IndexedRecord> newReader(int id, Schema writer) {
            if (!specific) {
                return new GenericDatumReader<>(writer);
            }
            if (writer.getType() != Schema.Type.RECORD) {
                throw new SerializationException(
                        "schema " + id + " describes a " + writer.getType() + ", not a record");
            }
            Schema reader = BundledSchemas.generated(writer.getFullName())
                    .orElseThrow(() -> new SerializationException(
                            "schema " + id + " describes a " + writer.getFullName() + ", which has no class here"));
            return new SpecificDatumReader<>(writer, reader);
        }
    }
}
