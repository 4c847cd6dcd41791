package dev.kindred.serde;

import org.apache.avro.Schema;

/** Gives schemas numbers and finds them by number. Safe for threads to share. */
interface SchemaIds {

    /**
     * Returns the id under which a schema is written to a subject.
     *
     * @throws RegistryUnavailableException if nobody can be asked now
     * @throws RegistryRefusedException if the schema may not be written there
     */
    int idOf(String subject, Schema schema);

    /**
     * Returns the schema that an id stands for.
     *
     * @throws org.apache.kafka.common.errors.SerializationException if the id is unknown or its schema is not usable
     * @throws RegistryUnavailableException if nobody can be asked now
     * @throws RegistryRefusedException if the question is not answered to us
     */
    Schema schemaById(int id);
}
