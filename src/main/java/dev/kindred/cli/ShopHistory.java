package dev.kindred.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.app.Topologies;
import dev.kindred.config.KindredConfig;
import dev.kindred.intake.EventValidator;
import dev.kindred.json.EventJson;
import dev.kindred.json.StrictJson;
import dev.kindred.json.UnreadableJsonException;
import dev.kindred.model.Interaction;
import dev.kindred.model.Item;
import dev.kindred.model.Pseudonyms;
import dev.kindred.model.RawInteraction;
import dev.kindred.model.UserAttributes;
import dev.kindred.serde.AvroSerdes;
import dev.kindred.topology.Topics;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * The events that the topic still has, in the order of their arrival, and the catalog. It leaves out what the stream would: invalid
 * events, and those of users who were erased since or have not given a required consent.
 *
 * @param items the present catalog
 */
record ShopHistory(List<Arrived> events, List<Item> items) {

    /**
     * An event.
     *
     * @param arrivedMs when it came to the broker, in epoch milliseconds
     */
    record Arrived(Interaction event, long arrivedMs) {}

    /** Events of a recorded log arrived when they happened. */
    static ShopHistory ofLog(List<Interaction> events, List<Item> items) {
        return new ShopHistory(
                events.stream()
                        .map(event -> new Arrived(event, event.timestampMs()))
                        .sorted(Comparator.comparingLong(Arrived::arrivedMs))
                        .toList(),
                items);
    }

    /** Reads the topics of a deployment once, up to their present end. */
    static ShopHistory ofTopics(KindredConfig config) {
        try (TopicScan topics = new TopicScan(ConsumeCommand.properties(config))) {
            TransferOptions.requireTopic(config, config.topics().events());
            return new Reading(config, topics).read();
        }
    }

    /** One reading of the topics. */
    private static final class Reading {

        private final KindredConfig config;
        private final TopicScan topics;
        private final Topics names;
        private final AvroSerdes serdes;
        private final Pseudonyms pseudonyms;
        private final EventValidator validator;
        private final Map<String, Item> items = new HashMap<>();
        private final Map<String, Long> erasedMs = new HashMap<>(); // by user
        private final Map<String, UserAttributes> attributes = new HashMap<>(); // by user
        private final List<Arrived> events = new ArrayList<>();

        Reading(KindredConfig config, TopicScan topics) {
            this.config = config;
            this.topics = topics;
            this.names = config.topics();
            this.serdes = Topologies.serdes(config);
            this.pseudonyms = config.pseudonyms();
            this.validator = new EventValidator(config.intakeSettings());
        }

        ShopHistory read() {
            Deserializer<Item> itemReader = serdes.itemDeserializer();
            scan(names.items(), record -> putItem(record, itemReader));
            var erasureReader = serdes.erasureDeserializer();
            scan(
                    names.erasures(),
                    record -> decoded(record, erasureReader)
                            .ifPresent(request ->
                                    erasedMs.merge(pseudonyms.of(request).userId(), record.timestamp(), Math::max)));
            if (config.consentSettings().isRequired()) {
                Deserializer<UserAttributes> userReader = serdes.userAttributesDeserializer();
                scan(names.users(), record -> putUser(record, userReader));
            }
            Deserializer<RawInteraction> eventReader = serdes.interactionDeserializer();
            scan(names.events(), record -> addEvents(record, eventReader));
            events.sort(
                    Comparator.comparingLong(Arrived::arrivedMs)); // of all partitions; those of one keep their order
            return new ShopHistory(List.copyOf(events), List.copyOf(items.values()));
        }

        private void scan(String topic, Consumer<ConsumerRecord<byte[], byte[]>> use) {
            if (topics.topics().contains(topic)) {
                topics.read(List.of(topic), use);
            }
        }

        private void putItem(ConsumerRecord<byte[], byte[]> record, Deserializer<Item> reader) {
            String itemId = new String(record.key(), StandardCharsets.UTF_8);
            items.remove(itemId);
            decoded(record, reader).ifPresent(item -> items.put(itemId, item));
        }

        private void putUser(ConsumerRecord<byte[], byte[]> record, Deserializer<UserAttributes> reader) {
            String userId = pseudonyms.of(new String(record.key(), StandardCharsets.UTF_8));
            attributes.remove(userId);
            decoded(record, reader).ifPresent(user -> attributes.put(userId, user));
        }

        private <T> Optional<T> decoded(ConsumerRecord<byte[], byte[]> record, Deserializer<T> reader) {
            try {
                return Optional.ofNullable(record.value()).map(value -> reader.deserialize(record.topic(), value));
            } catch (SerializationException e) {
                return Optional.empty(); // as in the stream, which reports it
            }
        }

        private void addEvents(ConsumerRecord<byte[], byte[]> record, Deserializer<RawInteraction> reader) {
            if (!EventJson.isJson(record.value())) {
                decoded(record, reader).ifPresent(event -> add(event, record.timestamp()));
                return;
            }
            try {
                for (JsonNode event : EventJson.all(StrictJson.object(record.value()))) {
                    add(EventJson.event(event, record.timestamp()), record.timestamp());
                }
            } catch (UnreadableJsonException e) {
                // a dead letter of the stream, which reports it
            }
        }

        private void add(RawInteraction raw, long arrivedMs) {
            if (validator.check(raw, arrivedMs).isEmpty()) {
                Interaction event = pseudonyms.of(EventValidator.accepted(raw));
                boolean isErased = erasedMs.getOrDefault(event.userId(), Long.MIN_VALUE)
                        >= Math.min(arrivedMs, event.timestampMs());
                boolean isAllowed =
                        config.consentSettings().isGiven(Optional.ofNullable(attributes.get(event.userId())));
                if (!isErased && isAllowed) {
                    events.add(new Arrived(event, arrivedMs));
                }
            }
        }
    }
}
