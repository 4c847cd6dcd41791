package dev.kindred.topology;

import java.nio.ByteBuffer;
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
 * received, and a request to forget a user; all others are moves.
 *
 * <p>One topic has all kinds, because Kafka Streams checks every input of a task at every record, also the empty ones.
 */
final class ControlRecords
        extends ContextualProcessor<byte @Nullable [], byte @Nullable [], byte @Nullable [], byte @Nullable []> {

    private static final String KIND = "kindred.kind";
    private static final String ARRIVED = "kindred.arrived.ms";
    private static final byte[] EVENT = "event".getBytes(StandardCharsets.UTF_8);
    private static final byte[] ERASURE = "erasure".getBytes(StandardCharsets.UTF_8);

    /** A rerouted event, marked as one, with the time of its first arrival; its other headers stay. */
    static <K, V> Record<K, V> ofEvent(Record<K, V> record, long arrivedMs) {
        Record<K, V> marked = marked(record, EVENT);
        marked.headers().remove(ARRIVED);
        marked.headers()
                .add(
                        ARRIVED,
                        ByteBuffer.allocate(Long.BYTES).putLong(0, arrivedMs).array());
        return marked;
    }

    /** When a record came to Kafka first: a rerouted event has a later timestamp if it waited for more than a day. */
    static long arrivedMs(Record<?, ?> record) {
        Header arrived = record.headers().lastHeader(ARRIVED);
        return arrived == null || arrived.value() == null || arrived.value().length != Long.BYTES
                ? record.timestamp()
                : Math.min(record.timestamp(), ByteBuffer.wrap(arrived.value()).getLong());
    }

    /** A request to forget a user, marked as one. */
    static <K, V> Record<K, V> ofErasure(Record<K, V> record) {
        return marked(record, ERASURE);
    }

    private static <K, V> Record<K, V> marked(Record<K, V> record, byte[] kind) {
        Headers headers = new RecordHeaders(record.headers().toArray());
        headers.remove(KIND);
        return record.withHeaders(headers.add(KIND, kind));
    }

    @Override
    public void process(Record<byte @Nullable [], byte @Nullable []> record) {
        Header kind = record.headers().lastHeader(KIND);
        context().forward(record, stationOf(kind == null ? null : kind.value()));
    }

    private static String stationOf(byte @Nullable [] kind) {
        if (Arrays.equals(kind, EVENT)) {
            return RecommenderTopology.ACCEPT;
        }
        return Arrays.equals(kind, ERASURE) ? RecommenderTopology.ERASE : RecommenderTopology.ACCEPT_MOVES;
    }
}
