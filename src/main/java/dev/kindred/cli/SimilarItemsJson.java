package dev.kindred.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.model.SimilarItem;
import dev.kindred.model.SimilarItemLists;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;

/** What goes with an item as JSON; where nothing does any more, there is only {@code "deleted": true}. */
final class SimilarItemsJson implements RecordJson {

    private final Deserializer<SimilarItemLists> values;

    SimilarItemsJson(Deserializer<SimilarItemLists> values) {
        this.values = values;
    }

    /** What goes with an item is about nobody. */
    @Override
    public boolean isOf(String userId, ConsumerRecord<byte[], byte[]> message) {
        return false;
    }

    @Override
    public ObjectNode toJson(ConsumerRecord<byte[], byte[]> message) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("itemId", Bytes.lossyText(message.key()));
        byte[] value = message.value();
        return value == null ? json.put("deleted", true) : fill(json, values.deserialize(message.topic(), value));
    }

    private static ObjectNode fill(ObjectNode json, SimilarItemLists lists) {
        json.put("computedAtMs", lists.computedAtMs());
        fill(json.putArray("similar"), lists.similar());
        fill(json.putArray("boughtTogether"), lists.boughtTogether());
        return json;
    }

    private static void fill(ArrayNode array, List<SimilarItem> items) {
        items.forEach(
                item -> array.addObject().put("itemId", item.itemId()).put("similarity", (float) item.similarity()));
    }
}
