package dev.kindred.topology;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Sends the records of {@link Topics#control()} to the station of their kind. A header marks an event, whose bytes are as
 * received; all others are moves.
 *
 * <p>One topic has all kinds, because Kafka Streams checks every input of a task at every record, also the empty ones.
 */
final class ControlRecords
        extends ContextualProcessor<byte @Nullable [], byte @Nullable [], byte @Nullable [], byte @Nullable []> {

    private static final String KIND = "kindred.kind";
    private static final byte[] EVENT = "event".getBytes(StandardCharsets.UTF_8);

    /** A rerouted event, marked as one; its other headers stay. */
    static <K, V> Record<K, V> ofEvent(Record<K, V> record) {
        Headers headers = new RecordHeaders(record.headers().toArray());
        headers.remove(KIND);
        return record.withHeaders(headers.add(KIND, EVENT));
    }

    @Override
    public void process(Record<byte @Nullable [], byte @Nullable []> record) {
        Header kind = record.headers().lastHeader(KIND);
        boolean isEvent = kind != null && Arrays.equals(kind.value(), EVENT);
        context().forward(record, isEvent ? RecommenderTopology.ACCEPT : RecommenderTopology.ACCEPT_MOVES);
    }
}
