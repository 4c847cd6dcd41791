package dev.kindred.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.app.Topologies;
import dev.kindred.config.KindredConfig;
import dev.kindred.feedback.ListIds;
import dev.kindred.model.ErasureReceipt;
import dev.kindred.serde.AvroSerdes;
import dev.kindred.state.FeedbackCodec;
import dev.kindred.topology.ErasureSettings;
import dev.kindred.topology.Topics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;

/** Finds the records of all topics that name one user, and the receipts of the user's erasures, as JSON by topic. */
final class HeldRecords {

    private final Map<String, List<RecordJson>> forms = new LinkedHashMap<>(); // by topic; the first that fits
    private final Map<String, ArrayNode> found = new LinkedHashMap<>(); // by topic
    private final String receiptsTopic;
    private final Predicate<ConsumerRecord<byte[], byte[]>> names;
    private final Predicate<ConsumerRecord<byte[], byte[]>> isReceipt;

    /** @param userId the id that the shop uses */
    HeldRecords(KindredConfig config, String userId) {
        AvroSerdes serdes = Topologies.serdes(config);
        Topics topics = config.topics();
        FeedbackCodec codec =
                new FeedbackCodec(new ListIds(config.feedbackSettings().hash()));
        forms.put(topics.events(), List.of(RecordJson.events(serdes)));
        List<RecordJson> between =
                List.of(RecordJson.events(serdes), RecordJson.moves(serdes, codec), RecordJson.erasures(serdes));
        forms.put(topics.control(), between);
        topics.former().forEach(former -> forms.put(former, between));
        forms.put(topics.merges(), List.of(RecordJson.merges(serdes)));
        forms.put(topics.erasures(), List.of(RecordJson.erasures(serdes)));
        forms.put(topics.erasureReceipts(), List.of(RecordJson.receipts(serdes)));
        forms.put(topics.users(), List.of(RecordJson.users(serdes)));
        forms.put(topics.affinities(), List.of(RecordJson.affinities(serdes)));
        forms.put(topics.recommendations(), List.of(RecordJson.recommendations(serdes)));
        forms.put(topics.userProfiles(), List.of(RecordJson.userProfiles(serdes)));
        forms.put(topics.deadLetters(), List.of());
        this.receiptsTopic = topics.erasureReceipts();
        this.names = UserMatch.of(userId, config.pseudonyms());
        this.isReceipt = receiptOf(config.pseudonyms().of(userId), config.erasureSettings(), serdes);
    }

    /** Receipts name a user by the keyed hash of a secret; without one they name nobody. */
    private static Predicate<ConsumerRecord<byte[], byte[]>> receiptOf(
            String known, ErasureSettings settings, AvroSerdes serdes) {
        String hash = settings.hash().of(known);
        Deserializer<ErasureReceipt> receipts = serdes.receiptDeserializer();
        return record -> {
            try {
                return settings.isSecret()
                        && receipts.deserialize(record.topic(), record.value())
                                .user()
                                .equals(hash);
            } catch (SerializationException e) {
                return false;
            }
        };
    }

    /** The names of the topics to read. */
    Set<String> topics() {
        return forms.keySet();
    }

    void add(ConsumerRecord<byte[], byte[]> record) {
        boolean isOfUser = record.topic().equals(receiptsTopic) ? isReceipt.test(record) : names.test(record);
        if (isOfUser) {
            ObjectNode placed = JsonNodeFactory.instance.objectNode();
            placed.put("partition", record.partition())
                    .put("offset", record.offset())
                    .put("timestampMs", record.timestamp())
                    .set("record", printed(record));
            found.computeIfAbsent(record.topic(), topic -> JsonNodeFactory.instance.arrayNode())
                    .add(placed);
        }
    }

    /** In the words of the HTTP interface; the bytes of a record that is in no form of its topic. */
    private ObjectNode printed(ConsumerRecord<byte[], byte[]> record) {
        for (RecordJson form : forms.getOrDefault(record.topic(), List.of())) {
            try {
                return form.toJson(record);
            } catch (SerializationException | IllegalArgumentException e) {
                // the next form
            }
        }
        return RecordJson.deadLetters().toJson(record);
    }

    /** Whether a record names the user; receipts do not. */
    boolean isAny() {
        return found.keySet().stream().anyMatch(topic -> !topic.equals(receiptsTopic));
    }

    /** The records by topic. */
    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        forms.keySet().stream().filter(found::containsKey).forEach(topic -> json.set(topic, found.get(topic)));
        return json;
    }
}
