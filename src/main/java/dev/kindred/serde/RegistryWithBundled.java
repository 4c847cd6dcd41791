package dev.kindred.serde;

import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.kafka.common.errors.SerializationException;

/**
 * A registry, and the bundled schemas for records that were written before there was one. Registries count from 1 as we
 * do, so an id may mean either; {@link KindredAvroDeserializer} finds out which. New records have the ids of the
 * registry.
 *
 * @param registry gives the ids
 * @param bundled has the former ones
 */
record RegistryWithBundled(SchemaIds registry, BundledSchemas bundled) implements SchemaIds {

    @Override
    public int idOf(String subject, Schema schema) {
        return registry.idOf(subject, schema);
    }

    @Override
    public List<Schema> candidates(int id) {
        Optional<Schema> former = bundled.find(id);
        if (former.isEmpty()) {
            return registry.candidates(id);
        }
        Schema known;
        try {
            known = registry.schemaById(id);
        } catch (SerializationException e) { // unknown to the registry, or of another kind than Avro
            return List.of(former.get());
        }
        return isSame(known, former.get()) ? List.of(known) : List.of(known, former.get());
    }

    private static boolean isSame(Schema schema, Schema other) {
        return SchemaNormalization.parsingFingerprint64(schema) == SchemaNormalization.parsingFingerprint64(other);
    }

    @Override
    public Schema schemaById(int id) {
        return registry.schemaById(id);
    }
}
