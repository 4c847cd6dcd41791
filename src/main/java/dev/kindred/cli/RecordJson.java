package dev.kindred.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.feedback.Outcome;
import dev.kindred.feedback.OutcomeKey;
import dev.kindred.feedback.OutcomeSums;
import dev.kindred.http.Json;
import dev.kindred.http.api.Printed;
import dev.kindred.json.EventJson;
import dev.kindred.json.StrictJson;
import dev.kindred.json.UnreadableJsonException;
import dev.kindred.model.Affinity;
import dev.kindred.model.CellKey;
import dev.kindred.model.ErasureReceipt;
import dev.kindred.model.ErasureRequest;
import dev.kindred.model.InteractionType;
import dev.kindred.model.Merge;
import dev.kindred.model.RawInteraction;
import dev.kindred.model.Strategy;
import dev.kindred.profile.UserHabits;
import dev.kindred.serde.AvroSerdes;
import dev.kindred.state.FeedbackCodec;
import dev.kindred.topology.DeadLetters;
import dev.kindred.vector.VectorContent;
import dev.kindred.vector.VectorMove;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private record Move(
            String from,
            String into,
            @Nullable Long events,
            @Nullable Long lastEventMs,
            @Nullable UserHabits habits,
            @Nullable List<MovedItem> items,
            @Nullable ObjectNode feedback) {}

    private record MovedItem(
            String itemId, double affinity, double interest, long touchedMs, List<InteractionType> types) {}

    private record Counts(
            String scenario,
            String variant,
            boolean listed,
            @Nullable Strategy strategy,
            int position,
            String day,
            int partition,
            long lists,
            long clickedLists,
            long boughtLists,
            long impressions,
            long clicks,
            long carts,
            long purchases,
            double revenue,
            long users) {}

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

    /** Events of shoppers, in Avro or JSON. */
    static RecordJson events(AvroSerdes serdes) {
        Deserializer<RawInteraction> values = serdes.interactionDeserializer();
        return new RecordJson(message -> List.of(Bytes.lossyText(message.key())), message -> event(message, values));
    }

    private static ObjectNode event(ConsumerRecord<byte[], byte[]> message, Deserializer<RawInteraction> values) {
        if (!EventJson.isJson(message.value())) {
            return Printed.of(values.deserialize(message.topic(), message.value()));
        }
        try {
            return StrictJson.object(message.value()).deepCopy();
        } catch (UnreadableJsonException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Requests to forget users. */
    static RecordJson erasures(AvroSerdes serdes) {
        Deserializer<ErasureRequest> values = serdes.erasureDeserializer();
        Function<ConsumerRecord<byte[], byte[]>, ErasureRequest> request =
                message -> values.deserialize(message.topic(), message.value());
        return new RecordJson(request.andThen(of -> List.of(of.userId())), request.andThen(Json::object));
    }

    /** Receipts of erasures; they name no user, so {@code --user} never matches. */
    static RecordJson receipts(AvroSerdes serdes) {
        Deserializer<ErasureReceipt> values = serdes.receiptDeserializer();
        return new RecordJson(
                message -> List.of(), message -> Printed.of(values.deserialize(message.topic(), message.value())));
    }

    /** Outcomes of lists, as one task counted them; {@code --user} never matches. */
    static RecordJson outcomes(AvroSerdes serdes) {
        Deserializer<Outcome> values = serdes.outcomeDeserializer();
        return new RecordJson(
                message -> List.of(),
                message -> described(
                        JsonNodeFactory.instance.objectNode().put("key", Bytes.lossyText(message.key())),
                        message,
                        values,
                        RecordJson::outcome));
    }

    private static ObjectNode outcome(Outcome outcome) {
        OutcomeKey key = outcome.key();
        OutcomeSums sums = outcome.sums();
        return Json.object(new Counts(
                key.scenario(),
                key.variant(),
                key.listed(),
                key.strategy().orElse(null),
                key.position(),
                key.day().toString(),
                outcome.partition(),
                sums.lists(),
                sums.clickedLists(),
                sums.boughtLists(),
                sums.impressions(),
                sums.clicks(),
                sums.carts(),
                sums.purchases(),
                sums.amount(),
                sums.users()));
    }

    /**
     * Vectors and feedback on their way from one user to another, and requests for them.
     *
     * @param codec reads feedback
     */
    static RecordJson moves(AvroSerdes serdes, FeedbackCodec codec) {
        Deserializer<VectorMove> values = serdes.moveDeserializer();
        Function<ConsumerRecord<byte[], byte[]>, VectorMove> move =
                message -> values.deserialize(message.topic(), message.value());
        return new RecordJson(
                move.andThen(users -> List.of(users.from(), users.into())),
                move.andThen(moved -> Json.object(printed(moved, codec))));
    }

    private static Move printed(VectorMove move, FeedbackCodec codec) {
        Optional<VectorContent> content = move.content();
        return new Move(
                move.from(),
                move.into(),
                content.map(VectorContent::events).orElse(null),
                content.map(VectorContent::timeMs).orElse(null),
                content.flatMap(VectorContent::habits).map(UserHabits::of).orElse(null),
                content.map(of -> of.cells().stream().map(RecordJson::moved).toList())
                        .orElse(null),
                move.feedback()
                        .map(shown -> Printed.of(codec.decode(bytes(shown))))
                        .orElse(null));
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    private static MovedItem moved(VectorContent.MovedCell cell) {
        return new MovedItem(
                cell.itemId(), cell.affinity(), cell.interest(), cell.touchedMs(), InteractionType.in(cell.types()));
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
