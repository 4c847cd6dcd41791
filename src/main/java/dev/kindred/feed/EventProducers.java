package dev.kindred.feed;

import dev.kindred.model.Interaction;
import dev.kindred.serde.AvroSerdes;
import java.util.Map;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** {@link Producers} of events, and the form of their records. */
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
        return Producers.open(client, more, serdes.interactionSerializer());
    }

    /** An event as its topic has it: under its user, with no time but that in the event. */
    public static ProducerRecord<String, Interaction> record(String topic, Interaction event) {
        return new ProducerRecord<>(topic, event.userId(), event);
    }
}
