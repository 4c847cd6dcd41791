package dev.kindred.testing;

import dev.kindred.config.KindredConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;

/** All committed records of a topic, from its beginning on, as it grows. Not thread safe. */
public final class TopicTail<K, V> implements AutoCloseable {

    private static final int POLL_MS = 20;

    private final Consumer<K, V> consumer;
    private final String topic;
    private final List<TopicPartition> partitions;
    private final List<ConsumerRecord<K, V>> records = new ArrayList<>();

    /** Begins at the first record of a topic that exists. */
    public TopicTail(KindredConfig config, String topic, Deserializer<K> keys, Deserializer<V> values) {
        this.topic = topic;
        Map<String, Object> properties = new HashMap<>(config.clientProperties());
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, POLL_MS); // the close waits for the last fetch
        consumer = new KafkaConsumer<>(properties, keys, values);
        partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** What has been read, in the order of each partition. */
    public List<ConsumerRecord<K, V>> records() {
        return records;
    }

    /** Reads until there are this many records. */
    public TopicTail<K, V> awaitCount(int count, Duration deadline) {
        return await(count + " records", read -> read.size() >= count, deadline);
    }

    /**
     * Reads until a condition holds for all that has been read.
     *
     * @param what the condition in words, as the end of "waited 5 s for ..."
     */
    public TopicTail<K, V> await(String what, Predicate<List<ConsumerRecord<K, V>>> condition, Duration deadline) {
        Wait.until(deadline, what + " in " + topic, () -> condition.test(read()));
        return this;
    }

    /** Reads what is committed by now. */
    public TopicTail<K, V> readToEnd() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Wait.until(Duration.ofSeconds(30), "the end of " + topic, () -> {
            read();
            return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
        });
        return this;
    }

    private List<ConsumerRecord<K, V>> read() {
        consumer.poll(Duration.ofMillis(POLL_MS)).forEach(records::add);
        return records;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
