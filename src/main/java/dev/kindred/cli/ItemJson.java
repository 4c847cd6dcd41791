package dev.kindred.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.model.Item;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;

/** An item as JSON, in the form that can be imported; one that was removed has only {@code "deleted": true}. */
final class ItemJson implements RecordJson {

    private final Deserializer<Item> values;

    ItemJson(Deserializer<Item> values) {
        this.values = values;
    }

    /** An item is about nobody. */
    @Override
    public boolean isOf(String userId, ConsumerRecord<byte[], byte[]> message) {
        return false;
    }

    @Override
    public ObjectNode toJson(ConsumerRecord<byte[], byte[]> message) {
        byte[] value = message.value();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        return value == null
                ? json.put("itemId", Bytes.lossyText(message.key())).put("deleted", true)
                : fill(json, values.deserialize(message.topic(), value));
    }

    private static ObjectNode fill(ObjectNode json, Item item) {
        json.put("itemId", item.itemId()).put("title", item.title()).put("description", item.description());
        item.categories().forEach(json.putArray("categories")::add);
        item.tags().stream().sorted().forEach(json.putArray("tags")::add);
        json.put("brand", item.brand());
        item.price()
                .ifPresent(price ->
                        json.putObject("price").put("amount", price.amount()).put("currency", price.currency()));
        json.put("imageUrl", item.imageUrl());
        ObjectNode attributes = json.putObject("attributes");
        new TreeMap<>(item.attributes()).forEach(attributes::put);
        json.put("available", item.available()).put("hidden", item.hidden());
        item.publishedMs().ifPresent(ms -> json.put("publishedMs", ms));
        return json.put("updatedMs", item.updatedMs());
    }
}
