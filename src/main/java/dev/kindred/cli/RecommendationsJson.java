package dev.kindred.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.model.Reason;
import dev.kindred.model.Recommendations;
import dev.kindred.model.RecommendedItem;
import org.apache.kafka.common.serialization.Deserializer;

/** A refreshed list as JSON. */
final class RecommendationsJson extends UserRecordJson<Recommendations> {

    RecommendationsJson(Deserializer<Recommendations> values) {
        super(values);
    }

    @Override
    void fill(ObjectNode json, Recommendations list) {
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
