package dev.kindred.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.model.Reason;
import dev.kindred.model.Recommendations;
import dev.kindred.model.RecommendedItem;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;

/** A refreshed list as JSON; a list that was taken back has only {@code "deleted": true}. */
final class RecommendationsJson implements RecordJson {

    private final Deserializer<Recommendations> values;

    RecommendationsJson(Deserializer<Recommendations> values) {
        this.values = values;
    }

    @Override
    public boolean isOf(String userId, ConsumerRecord<byte[], byte[]> message) {
        return Bytes.lossyText(message.key()).equals(userId);
    }

    @Override
    public ObjectNode toJson(ConsumerRecord<byte[], byte[]> message) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("userId", Bytes.lossyText(message.key()));
        byte[] value = message.value();
        return value == null ? json.put("deleted", true) : fill(json, values.deserialize(message.topic(), value));
    }

    private static ObjectNode fill(ObjectNode json, Recommendations list) {
        list.triggerEventId().ifPresent(id -> json.put("triggerEventId", id));
        json.put("triggerTimestampMs", list.triggerTimestampMs())
                .put("computedAtMs", list.computedAtMs())
                .put("vectorVersion", list.vectorVersion())
                .put("fallback", list.hasFallback());
        ArrayNode items = json.putArray("items");
        list.items().forEach(item -> fill(items.addObject(), item));
        if (!list.scenarios().isEmpty()) {
            ObjectNode scenarios = json.putObject("scenarios");
            list.scenarios().forEach((name, itemsOfIt) -> {
                ArrayNode array = scenarios.putArray(name);
                itemsOfIt.forEach(item -> fill(array.addObject(), item));
            });
        }
        return json;
    }

    private static void fill(ObjectNode json, RecommendedItem item) {
        json.put("rank", item.rank())
                .put("itemId", item.itemId())
                .put("score", item.score())
                .put("strategy", item.strategy().name())
                .put("similarUsers", item.similarUsers());
        ArrayNode reasons = json.putArray("reasons");
        for (Reason reason : item.reasons()) {
            reasons.addObject().put("itemId", reason.itemId()).put("share", reason.share());
        }
        if (!item.parts().isEmpty()) {
            ObjectNode parts = json.putObject("parts");
            item.parts().forEach((strategy, share) -> parts.put(strategy.name(), share));
        }
        if (!item.terms().isEmpty()) {
            item.terms().forEach(json.putArray("terms")::add);
        }
    }
}
