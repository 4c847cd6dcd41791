package dev.kindred.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.model.Merge;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;

/** One request to merge two users as JSON; it is about both. */
final class MergeJson implements RecordJson {

    private final Deserializer<Merge> values;

    MergeJson(Deserializer<Merge> values) {
        this.values = values;
    }

    @Override
    public boolean isOf(String userId, ConsumerRecord<byte[], byte[]> message) {
        Merge merge = merge(message);
        return merge.from().equals(userId) || merge.into().equals(userId);
    }

    @Override
    public ObjectNode toJson(ConsumerRecord<byte[], byte[]> message) {
        Merge merge = merge(message);
        return JsonNodeFactory.instance
                .objectNode()
                .put("from", merge.from())
                .put("into", merge.into())
                .put("timestampMs", merge.timestampMs());
    }

    private Merge merge(ConsumerRecord<byte[], byte[]> message) {
        return values.deserialize(message.topic(), message.value());
    }
}
