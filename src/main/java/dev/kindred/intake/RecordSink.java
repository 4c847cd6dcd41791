package dev.kindred.intake;

import java.util.List;

/** Where accepted records of one kind go on to be read by the stream. Safe for many threads. */
@FunctionalInterface
public interface RecordSink<T> {

    /**
     * Hands over records, those of each user or item in their order, and returns when all of them are kept for good.
     *
     * @throws SinkUnavailableException if that did not come about in time, for all or for some of them
     */
    void send(List<T> records);
}
