package dev.kindred.lab.bench;

import dev.kindred.config.KindredConfig;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** One consumer that copies events to an output without Kafka Streams: the cost of reading and writing alone. */
final class BareConsumer {

    private static final String GROUP = "copy";
    private static final String OUTPUT = "copy-output";

    static final SystemUnderTest SYSTEM =
            new SystemUnderTest("bare consumer", topics -> OUTPUT, config -> GROUP, BareConsumer::start);

    private BareConsumer() {}

    private static AutoCloseable start(KindredConfig config) {
        AtomicBoolean closed = new AtomicBoolean();
        Thread thread = new Thread(() -> copy(config, closed), "bare-consumer");
        thread.start();
        return () -> {
            closed.set(true);
            thread.join();
        };
    }

    private static void copy(KindredConfig config, AtomicBoolean closed) {
        Map<String, Object> writing = new HashMap<>(config.clientProperties());
        writing.put(ProducerConfig.LINGER_MS_CONFIG, config.lingerMs());
        Map<String, Object> reading = new HashMap<>(config.clientProperties());
        reading.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
        reading.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        reading.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        try (Consumer<byte[], byte[]> consumer =
                        new KafkaConsumer<>(reading, new ByteArrayDeserializer(), new ByteArrayDeserializer());
                Producer<byte[], byte[]> producer =
                        new KafkaProducer<>(writing, new ByteArraySerializer(), new ByteArraySerializer())) {
            consumer.assign(consumer.partitionsFor(config.topics().events()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList());
            while (!closed.get()) {
                for (ConsumerRecord<byte[], byte[]> event : consumer.poll(Duration.ofMillis(100))) {
                    var unused = producer.send(
                            new ProducerRecord<>(OUTPUT, null, event.timestamp(), event.key(), event.value()));
                }
                consumer.commitAsync();
            }
        }
    }
}
