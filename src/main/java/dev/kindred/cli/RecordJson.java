package dev.kindred.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.http.Json;
import dev.kindred.http.api.Printed;
import dev.kindred.model.Affinity;
import dev.kindred.model.CellKey;
import dev.kindred.model.InteractionType;
import dev.kindred.model.Merge;
import dev.kindred.serde.AvroSerdes;
import dev.kindred.topology.DeadLetters;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Converts the records of one topic to JSON, with the field names of the HTTP interface. A record without a value has
 * {@code "deleted": true} beside its key.
 *
 * @param users the users of a record
 * @param json a record as an object; throws any {@code RuntimeException} if the record is not of this topic's form
 */
record RecordJson(
        Function<ConsumerRecord<byte[], byte[]>, List<String>> users,
        Function<ConsumerRecord<byte[], byte[]>, ObjectNode> json) {

    private static final int PREVIEW_LENGTH = 200;

    private record Cell(double affinity, long touchedMs, List<InteractionType> types) {}

    private record DeadLetter(
            int partition,
            long offset,
            long timestampMs,
            Map<String, String> headers,
            @Nullable String key,
            @Nullable String value,
            @Nullable String preview) {}

    static RecordJson recommendations(AvroSerdes serdes) {
        return ofUser(serdes.recommendationsDeserializer(), Printed::of);
    }

    static RecordJson userProfiles(AvroSerdes serdes) {
        return ofUser(serdes.profileDeserializer(), Printed::of);
    }

    static RecordJson users(AvroSerdes serdes) {
        return ofUser(serdes.userAttributesDeserializer(), Printed::of);
    }

    static RecordJson items(AvroSerdes serdes) {
        return ofItem(serdes.itemDeserializer(), Printed::of);
    }

    static RecordJson similarItems(AvroSerdes serdes) {
        return ofItem(serdes.similarItemsDeserializer(), Printed::of);
    }

    /** Cells of the matrix. */
    static RecordJson affinities(AvroSerdes serdes) {
        Deserializer<Affinity> values = serdes.affinityDeserializer();
        return new RecordJson(message -> List.of(cellOf(message).userId()), message -> {
            ObjectNode key = Json.object(cellOf(message));
            return described(key, message, values, RecordJson::cell);
        });
    }

    /** Requests to merge two users; each has both as users. */
    static RecordJson merges(AvroSerdes serdes) {
        Deserializer<Merge> values = serdes.mergeDeserializer();
        Function<ConsumerRecord<byte[], byte[]>, Merge> merge =
                message -> values.deserialize(message.topic(), message.value());
        return new RecordJson(merge.andThen(users -> List.of(users.from(), users.into())), merge.andThen(Json::object));
    }

    /** Rejected records: position, reason, and the original as bytes and as readable text. */
    static RecordJson deadLetters() {
        return new RecordJson(
                message -> List.of(Bytes.lossyText(message.key())), message -> Json.object(deadLetter(message)));
    }

    /** Records whose key is a user. */
    static <V> RecordJson ofUser(Deserializer<V> values, Function<V, ObjectNode> printed) {
        return keyed("userId", key -> List.of(key), values, printed);
    }

    /** Records whose key is an item; they have no user, so {@code --user} never matches. */
    static <V> RecordJson ofItem(Deserializer<V> values, Function<V, ObjectNode> printed) {
        return keyed("itemId", key -> List.of(), values, printed);
    }

    private static <V> RecordJson keyed(
            String name,
            Function<String, List<String>> users,
            Deserializer<V> values,
            Function<V, ObjectNode> printed) {
        return new RecordJson(
                message -> users.apply(Bytes.lossyText(message.key())),
                message -> described(
                        JsonNodeFactory.instance.objectNode().put(name, Bytes.lossyText(message.key())),
                        message,
                        values,
                        printed));
    }

    private static <V> ObjectNode described(
            ObjectNode key,
            ConsumerRecord<byte[], byte[]> message,
            Deserializer<V> values,
            Function<V, ObjectNode> printed) {
        byte[] value = message.value();
        return value == null
                ? key.put("deleted", true)
                : key.setAll(printed.apply(values.deserialize(message.topic(), value)));
    }

    private static CellKey cellOf(ConsumerRecord<byte[], byte[]> message) {
        return CellKey.fromBytes(Bytes.orEmpty(message.key()));
    }

    private static ObjectNode cell(Affinity affinity) {
        return Json.object(new Cell(affinity.affinity(), affinity.touchedMs(), InteractionType.in(affinity.types())));
    }

    private static DeadLetter deadLetter(ConsumerRecord<byte[], byte[]> message) {
        Map<String, String> headers = new LinkedHashMap<>();
        message.headers().forEach(header -> headers.put(header.key(), Bytes.lossyText(header.value())));
        byte[] key = message.key();
        byte[] value = message.value();
        return new DeadLetter(
                message.partition(),
                message.offset(),
                message.timestamp(),
                headers,
                key == null ? null : Bytes.lossyText(key),
                value == null ? null : Base64.getEncoder().encodeToString(value),
                value == null ? null : DeadLetters.preview(value, PREVIEW_LENGTH));
    }

    /** Whether a record has this user. */
    boolean isOf(String userId, ConsumerRecord<byte[], byte[]> message) {
        return users.apply(message).contains(userId);
    }

    /**
     * One record as an object.
     *
     * @throws RuntimeException if the record is not of this topic's form
     */
    ObjectNode toJson(ConsumerRecord<byte[], byte[]> message) {
        return json.apply(message);
    }
}
