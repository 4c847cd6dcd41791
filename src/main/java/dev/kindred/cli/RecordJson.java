package dev.kindred.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** How the records of one topic look as JSON. */
interface RecordJson {

    /** Whether a record is about a user. */
    boolean isOf(String userId, ConsumerRecord<byte[], byte[]> message);

    /**
     * One record as an object.
     *
     * @throws RuntimeException if the record is not of this topic's form
     */
    ObjectNode toJson(ConsumerRecord<byte[], byte[]> message);
}
