package dev.kindred.feed;

import dev.kindred.model.Interaction;
import dev.kindred.model.Item;
import dev.kindred.model.ItemChange;
import dev.kindred.model.Merge;
import dev.kindred.model.UserAttributes;
import dev.kindred.model.UserChange;
import dev.kindred.serde.AvroSerdes;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;

/**
 * A topic, and the form that records of one kind have in it: under the id of what they are about, so that what is said of
 * it keeps its order, and with no time but that in the record.
 *
 * @param <T> what is sent
 * @param <V> the values of the topic
 */
public final class FeedTopic<T, V> {

    private final String name;
    private final Serializer<V> values;
    private final Function<T, String> key;
    private final Function<T, Optional<V>> value; // empty for a tombstone

    private FeedTopic(String name, Serializer<V> values, Function<T, String> key, Function<T, Optional<V>> value) {
        this.name = name;
        this.values = values;
        this.key = key;
        this.value = value;
    }

    /** A topic of events, under their users. */
    public static FeedTopic<Interaction, Interaction> events(String name, AvroSerdes serdes) {
        return new FeedTopic<>(name, serdes.interactionSerializer(), Interaction::userId, Optional::of);
    }

    /** A topic of items; one that is gone is a tombstone. */
    public static FeedTopic<ItemChange, Item> items(String name, AvroSerdes serdes) {
        return new FeedTopic<>(name, serdes.itemSerializer(), ItemChange::itemId, ItemChange::item);
    }

    /** A topic of requests to merge users, under the one who goes. */
    public static FeedTopic<Merge, Merge> merges(String name, AvroSerdes serdes) {
        return new FeedTopic<>(name, serdes.mergeSerializer(), Merge::from, Optional::of);
    }

    /** A topic of what is said of users; a tombstone where nothing is known any more. */
    public static FeedTopic<UserChange, UserAttributes> users(String name, AvroSerdes serdes) {
        return new FeedTopic<>(name, serdes.userAttributesSerializer(), UserChange::userId, UserChange::attributes);
    }

    String name() {
        return name;
    }

    /**
     * A producer, which its owner closes.
     *
     * @param client what any client needs to reach the cluster
     * @param more properties of this producer
     */
    public Producer<String, V> open(Map<String, Object> client, Map<String, Object> more) {
        return Producers.open(client, more, values);
    }

    /** What is sent, as the topic has it. */
    public ProducerRecord<String, V> record(T sent) {
        return new ProducerRecord<>(name, key.apply(sent), value.apply(sent).orElse(null));
    }
}
