package dev.kindred.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.model.Affinity;
import dev.kindred.model.CellKey;
import dev.kindred.model.InteractionType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;

/** One cell of the matrix as JSON; a cell that is gone has only {@code "deleted": true}. */
final class AffinityJson implements RecordJson {

    private final Deserializer<Affinity> values;

    AffinityJson(Deserializer<Affinity> values) {
        this.values = values;
    }

    @Override
    public boolean isOf(String userId, ConsumerRecord<byte[], byte[]> message) {
        return cell(message).userId().equals(userId);
    }

    @Override
    public ObjectNode toJson(ConsumerRecord<byte[], byte[]> message) {
        CellKey cell = cell(message);
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("userId", cell.userId())
                .put("itemId", cell.itemId());
        byte[] value = message.value();
        return value == null ? json.put("deleted", true) : fill(json, values.deserialize(message.topic(), value));
    }

    private static CellKey cell(ConsumerRecord<byte[], byte[]> message) {
        return CellKey.fromBytes(Bytes.orEmpty(message.key()));
    }

    private static ObjectNode fill(ObjectNode json, Affinity affinity) {
        json.put("affinity", affinity.affinity()).put("touchedMs", affinity.touchedMs());
        ArrayNode types = json.putArray("types");
        for (InteractionType type : InteractionType.values()) {
            if (type.isIn(affinity.types())) {
                types.add(type.name());
            }
        }
        return json;
    }
}
