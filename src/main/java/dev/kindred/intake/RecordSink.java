package dev.kindred.intake;

import java.util.List;

/** Sends accepted records of one kind to the stream. Thread safe. */
@FunctionalInterface
public interface RecordSink<T> {

    /**
     * Sends records, in order for each user or item, and returns when all of them are durable.
     *
     * @throws SinkUnavailableException if some or all records are not confirmed in time
     */
    void send(List<T> records);
}
