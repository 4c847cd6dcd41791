package dev.kindred.topology;

import dev.kindred.state.AttributesReader;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores the attributes of users beside their vectors. The bytes stay as they are, good or bad, because the
 * topic itself restores the store; {@link AttributesReader} judges them.
 */
final class UpdateUsers extends StatefulProcessor<KeyValueStore<Bytes, byte[]>, byte[], byte[], Void, Void> {

    private static final Logger log = LoggerFactory.getLogger(UpdateUsers.class);

    private final Placement placement;

    UpdateUsers(Placement placement) {
        this.placement = placement;
    }

    @Override
    KeyValueStore<Bytes, byte[]> open(ProcessorContext<Void, Void> context) {
        return context.getStateStore(Stores.USER_ATTRIBUTES);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        byte[] user = record.key();
        if (user == null) {
            warn("it has no key; the key must be the user id");
            return;
        }
        if (placement.partitionOf(user) != context().taskId().partition()) {
            warn("its user belongs to another partition: its producer needs Kafka's default partitioner"
                    + " (murmur2_random in librdkafka)");
        }
        state().put(Bytes.wrap(user), record.value());
    }

    private void warn(String problem) {
        RecordMetadata place = context().recordMetadata().orElseThrow();
        log.warn(
                "The record at {}-{} offset {} has no effect: {}",
                place.topic(),
                place.partition(),
                place.offset(),
                problem);
    }
}
