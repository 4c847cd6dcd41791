package dev.kindred.cli;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads whole topics once, up to their present end; joins no group and commits nothing. */
final class TopicScan implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConsumer<byte[], byte[]> consumer;

    /** @param properties of a consumer, without deserializers */
    TopicScan(Map<String, Object> properties) {
        consumer = new KafkaConsumer<>(
                new HashMap<>(properties), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** The topics that the cluster has. */
    Set<String> topics() {
        return consumer.listTopics().keySet();
    }

    /** Reads all records of some topics; those of a partition in their order. */
    void read(Collection<String> topics, Consumer<ConsumerRecord<byte[], byte[]>> use) {
        List<TopicPartition> partitions = topics.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(POLL).forEach(use);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
