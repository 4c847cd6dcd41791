package dev.kindred.state;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Skips a record that is no cell, in the affinities, or no item, in the items, so that junk written by others does not
 * stop the model. Any other failure, such as a registry that is down, stops the application: skipping would lose good ones.
 */
public final class UndecodableRecords implements DeserializationExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(UndecodableRecords.class);

    @Override
    public Response handleError(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception exception) {
        return skip(RecordPlace.of(record), exception) ? Response.resume() : Response.fail();
    }

    /** Whether a record that cannot be decoded is skipped; it is reported then. */
    static boolean skip(RecordPlace place, Throwable failure) {
        if (failure instanceof SerializationException) {
            log.warn("The record at {} cannot be read and is skipped: {}", place, failure.getMessage());
            return true;
        }
        return false;
    }

    @Override
    public void configure(Map<String, ?> configs) {
        // nothing to configure
    }
}
