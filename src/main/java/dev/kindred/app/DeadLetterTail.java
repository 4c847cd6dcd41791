package dev.kindred.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.config.KindredConfig;
import dev.kindred.http.Json;
import dev.kindred.http.api.Inspection.DeadLetter;
import dev.kindred.http.api.Printed;
import dev.kindred.model.Merge;
import dev.kindred.model.RawInteraction;
import dev.kindred.serde.AvroSerdes;
import dev.kindred.topology.DeadLetters;
import dev.kindred.topology.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Reads the newest dead letters, and decodes those that can be decoded. Joins no group and commits nothing. */
final class DeadLetterTail {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int MAX_BATCH_BYTES = 4 << 20; // a letter may have a megabyte, and there may be many
    private static final int PREVIEW_LENGTH = 300;

    private final KindredConfig config;
    private final Topics topics;
    private final Map<String, Function<byte[], ObjectNode>> forms; // by topic

    DeadLetterTail(KindredConfig config) {
        this.config = config;
        this.topics = config.topics();
        AvroSerdes serdes = Topologies.serdes(config);
        Deserializer<RawInteraction> events = serdes.interactionDeserializer();
        Deserializer<Merge> merges = serdes.mergeDeserializer();
        this.forms = Map.of(
                topics.events(), value -> Printed.of(events.deserialize(topics.events(), value)),
                topics.merges(), value -> Json.object(merges.deserialize(topics.merges(), value)));
    }

    /**
     * The newest letters, newest first.
     *
     * @throws org.apache.kafka.common.KafkaException if the brokers do not answer, or refuse
     */
    List<DeadLetter> newest(int limit) {
        List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
        try (Consumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(properties(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topics.deadLetters()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            // twice as many, because markers of transactions have offsets too
            ends.forEach((partition, end) ->
                    consumer.seek(partition, Math.max(begins.getOrDefault(partition, 0L), end - 2L * limit)));
            long giveUpNs = System.nanoTime() + PATIENCE.toNanos();
            while (System.nanoTime() - giveUpNs < 0
                    && ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(found::add);
            }
        }
        return found.stream()
                .sorted(Comparator.comparingLong((ConsumerRecord<byte[], byte[]> letter) -> letter.timestamp())
                        .reversed())
                .limit(limit)
                .map(this::read)
                .toList();
    }

    private Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>();
        properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, String.valueOf(PATIENCE.toMillis()));
        properties.putAll(config.clientProperties());
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        properties.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, String.valueOf(MAX_BATCH_BYTES));
        return properties;
    }

    private DeadLetter read(ConsumerRecord<byte[], byte[]> letter) {
        byte[] key = letter.key();
        byte[] value = Objects.requireNonNullElse(letter.value(), new byte[0]);
        String topic = header(letter, DeadLetters.TOPIC);
        return new DeadLetter(
                header(letter, DeadLetters.REASON),
                header(letter, DeadLetters.DETAIL),
                topic,
                header(letter, DeadLetters.PARTITION) + "/" + header(letter, DeadLetters.OFFSET),
                letter.timestamp(),
                key == null ? null : DeadLetters.preview(key, PREVIEW_LENGTH),
                decoded(topic, value).orElse(null),
                DeadLetters.preview(value, PREVIEW_LENGTH),
                value.length);
    }

    private static String header(ConsumerRecord<byte[], byte[]> letter, String name) {
        @Nullable Header header = letter.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    private Optional<String> decoded(String topic, byte[] value) {
        Function<byte[], ObjectNode> form = forms.get(topic);
        if (form == null || value.length == 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(form.apply(value).toPrettyString());
        } catch (RuntimeException e) { // the value has another form, which may be why it was rejected
            return Optional.empty();
        }
    }
}
