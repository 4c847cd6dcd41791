package dev.kindred.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;

/** What a topic whose key is the user says of one, as JSON; what was taken back has only {@code "deleted": true}. */
abstract class UserRecordJson<V> implements RecordJson {

    private final Deserializer<V> values;

    UserRecordJson(Deserializer<V> values) {
        this.values = values;
    }

    @Override
    public final boolean isOf(String userId, ConsumerRecord<byte[], byte[]> message) {
        return Bytes.lossyText(message.key()).equals(userId);
    }

    @Override
    public final ObjectNode toJson(ConsumerRecord<byte[], byte[]> message) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("userId", Bytes.lossyText(message.key()));
        byte[] value = message.value();
        if (value == null) {
            return json.put("deleted", true);
        }
        fill(json, values.deserialize(message.topic(), value));
        return json;
    }

    /** Puts a value beside its user. */
    abstract void fill(ObjectNode json, V value);
}
