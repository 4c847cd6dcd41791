package dev.kindred.topology;

import dev.kindred.model.Pseudonyms;
import dev.kindred.model.UserAttributes;
import dev.kindred.state.AttributesReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Sends a record of {@link Topics#users()} that is not in its user's partition there, in the same topic, and a tombstone
 * to the place where it was: producers that hash keys otherwise than Java's have the same effect, and a later start from
 * the beginning of the topic does not move it again.
 *
 * <p>With pseudonyms, a record under the shop's own id is sent under the pseudonym, wherever it is; the tombstone under the
 * id lets the log cleaner remove it.
 *
 * <p>Where a moved record arrives after a later one, the later one is sent once more, because the topic restores the store.
 */
final class RepartitionUsers
        extends StatefulProcessor<
                KeyValueStore<Bytes, byte[]>, byte[], byte @Nullable [], RepartitionUsers.Placed, byte @Nullable []> {

    private static final String PLACE = "kindred.place";
    private static final byte[] MOVED = {1};
    private static final byte[] LEFT = {0};

    private final Placement placement;
    private final Pseudonyms pseudonyms;
    private final AttributesReader reader;
    private final Serializer<UserAttributes> values;

    /** A user at a place. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Placed(byte[] user, int partition) {

        static Serializer<Placed> serializer() {
            return (topic, placed) -> placed.user();
        }

        static StreamPartitioner<Placed, byte @Nullable []> partitioner() {
            return (topic, placed, value, partitions) -> Optional.of(Set.of(placed.partition()));
        }
    }

    /**
     * A station.
     *
     * @param reader reads values
     * @param values writes them again, for pseudonyms
     */
    RepartitionUsers(TopologySettings settings, AttributesReader reader, Serializer<UserAttributes> values) {
        this.placement = settings.placement();
        this.pseudonyms = settings.pseudonyms();
        this.reader = reader;
        this.values = values;
    }

    /** Whether a record was moved to its partition. */
    static boolean wasMoved(Record<?, ?> record) {
        return hasPlace(record, MOVED);
    }

    /** Whether a record marks a place that another record left. */
    private static boolean isLeft(Record<?, ?> record) {
        return hasPlace(record, LEFT);
    }

    private static boolean hasPlace(Record<?, ?> record, byte[] place) {
        var header = record.headers().lastHeader(PLACE);
        return header != null && Arrays.equals(header.value(), place);
    }

    @Override
    KeyValueStore<Bytes, byte[]> open(ProcessorContext<Placed, byte @Nullable []> context) {
        return context.getStateStore(Stores.USER_ATTRIBUTES);
    }

    @Override
    public void process(Record<byte[], byte @Nullable []> record) {
        byte[] user = record.key();
        if (user == null || isLeft(record)) {
            return;
        }
        byte[] known = known(user);
        boolean isMasked = !Arrays.equals(known, user);
        int owner = placement.partitionOf(known);
        int here = context().taskId().partition();
        if ((isMasked || owner != here) && !wasMoved(record)) {
            send(record, isMasked ? masked(record.value()) : record.value(), new Placed(known, owner), MOVED);
            send(record, null, new Placed(user, here), LEFT);
        } else if (owner == here && wasMoved(record)) {
            byte[] kept = state().get(Bytes.wrap(user));
            if (!Arrays.equals(kept, record.value())) {
                send(record, kept, new Placed(user, owner), MOVED);
            }
        }
    }

    /** The key under which the stream knows the user. */
    private byte[] known(byte[] user) {
        return pseudonyms.isOn()
                ? pseudonyms.of(new String(user, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8)
                : user;
    }

    /** The value for the pseudonym; null if the value cannot be read, because it counts as absent. */
    private byte @Nullable [] masked(byte @Nullable [] value) {
        return Optional.ofNullable(value)
                .flatMap(reader::read)
                .map(attributes -> values.serialize(reader.topic(), pseudonyms.of(attributes)))
                .orElse(null);
    }

    private void send(Record<?, ?> cause, byte @Nullable [] value, Placed to, byte[] place) {
        RecordHeaders headers = new RecordHeaders();
        headers.add(PLACE, place);
        context().forward(new Record<>(to, value, cause.timestamp(), headers));
    }
}
