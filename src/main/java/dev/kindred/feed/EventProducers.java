package dev.kindred.feed;

import dev.kindred.model.Interaction;
import dev.kindred.serde.AvroSerdes;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Producers of events: they send together what comes together, and count on an event only when all replicas in sync have
 * it. What they try again by themselves is written once.
 */
public final class EventProducers {

    private EventProducers() {}

    /**
     * A producer, which its owner closes.
     *
     * @param client what any client needs to reach the cluster
     * @param more properties of this producer
     */
    public static Producer<String, Interaction> open(
            Map<String, Object> client, Map<String, Object> more, AvroSerdes serdes) {
        Map<String, Object> properties = new HashMap<>();
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        properties.put(ProducerConfig.BATCH_SIZE_CONFIG, 64 * 1024);
        properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 60_000);
        properties.putAll(client);
        properties.putAll(more);
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        return new KafkaProducer<>(properties, new StringSerializer(), serdes.interactionSerializer());
    }

    /** An event as its topic has it: under its user, with no time but that in the event. */
    public static ProducerRecord<String, Interaction> record(String topic, Interaction event) {
        return new ProducerRecord<>(topic, event.userId(), event);
    }
}
