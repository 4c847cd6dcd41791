package dev.kindred.feed;

import dev.kindred.intake.RecordKind;
import dev.kindred.model.Interaction;
import dev.kindred.model.Item;
import dev.kindred.model.ItemChange;
import dev.kindred.model.Merge;
import dev.kindred.model.UserAttributes;
import dev.kindred.model.UserChange;
import dev.kindred.serde.AvroSerdes;
import dev.kindred.topology.Topics;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;

/**
 * A kind of records that come by other ways, and the form that they have in their topic: under the id of what they are
 * about, so that what is said of it keeps its order, and with no time but that in the record.
 *
 * @param kind what is sent
 * @param name of its topic
 * @param serializer of the topic's values
 * @param key the id that a record is about
 * @param value what the topic has of a record; empty for a tombstone
 * @param <T> what is sent
 * @param <V> the values of the topic
 */
public record Feed<T, V>(
        RecordKind kind,
        Function<Topics, String> name,
        Function<AvroSerdes, Serializer<V>> serializer,
        Function<T, String> key,
        Function<T, Optional<V>> value) {

    /** What shoppers do, under their ids. */
    public static final Feed<Interaction, Interaction> EVENTS = new Feed<>(
            RecordKind.EVENTS, Topics::events, AvroSerdes::interactionSerializer, Interaction::userId, Optional::of);

    /** Items of the shop. A deleted item has a marker, because compaction forgets tombstones. */
    public static final Feed<ItemChange, Item> ITEMS = new Feed<>(
            RecordKind.ITEMS,
            Topics::items,
            AvroSerdes::itemSerializer,
            ItemChange::itemId,
            change -> Optional.of(change.item().orElseGet(() -> Item.withdrawn(change.itemId()))));

    /** Which users are one, under the one who goes. */
    public static final Feed<Merge, Merge> MERGES =
            new Feed<>(RecordKind.MERGES, Topics::merges, AvroSerdes::mergeSerializer, Merge::from, Optional::of);

    /** What the shop says of its users; a tombstone where nothing is known any more. */
    public static final Feed<UserChange, UserAttributes> USERS = new Feed<>(
            RecordKind.USERS,
            Topics::users,
            AvroSerdes::userAttributesSerializer,
            UserChange::userId,
            UserChange::attributes);

    /** The topic of a configuration. */
    public Topic<T, V> topic(Topics topics, AvroSerdes serdes) {
        return new Topic<>(this, name.apply(topics), serializer.apply(serdes));
    }

    /**
     * Where records of a feed go.
     *
     * @param name of the topic
     * @param values writes the topic's values
     */
    public record Topic<T, V>(Feed<T, V> feed, String name, Serializer<V> values) {

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
            return new ProducerRecord<>(
                    name, feed.key.apply(sent), feed.value.apply(sent).orElse(null));
        }
    }
}
