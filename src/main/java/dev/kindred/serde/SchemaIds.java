package dev.kindred.serde;

import java.util.List;
import org.apache.avro.Schema;

/** Maps schemas to ids and back. Safe for many threads. */
interface SchemaIds {

    /**
     * Returns the id of a schema under a subject.
     *
     * @throws RegistryUnavailableException if no registry answers
     * @throws RegistryRefusedException if the subject does not accept the schema
     */
    int idOf(String subject, Schema schema);

    /**
     * Returns the schema of an id.
     *
     * @throws org.apache.kafka.common.errors.SerializationException if the id is unknown or its schema is not usable
     * @throws RegistryUnavailableException if no registry answers
     * @throws RegistryRefusedException if the registry refuses the request
     */
    Schema schemaById(int id);

    /**
     * The schemas that an id may stand for, the likeliest first; at least one.
     *
     * @throws org.apache.kafka.common.errors.SerializationException as {@link #schemaById}
     */
    default List<Schema> candidates(int id) {
        return List.of(schemaById(id));
    }
}
