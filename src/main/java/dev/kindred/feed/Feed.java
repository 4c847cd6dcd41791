package dev.kindred.feed;

import dev.kindred.intake.RecordKind;
import dev.kindred.model.ErasureRequest;
import dev.kindred.model.Interaction;
import dev.kindred.model.Item;
import dev.kindred.model.ItemChange;
import dev.kindred.model.Merge;
import dev.kindred.model.Pseudonyms;
import dev.kindred.model.UserAttributes;
import dev.kindred.model.UserChange;
import dev.kindred.serde.AvroSerdes;
import dev.kindred.topology.Topics;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;

/**
 * A kind of records that arrive from outside Kafka, and their form in their topic: the key is the id of their user or
 * item, so that its records keep their order; the only time is that in the record.
 *
 * @param kind of the records
 * @param name of its topic
 * @param serializer of the topic's values
 * @param key the id that a record is about
 * @param value the value in the topic; empty for a tombstone
 * @param masked the same record of pseudonyms
 * @param <T> type of the records
 * @param <V> type of the topic's values
 */
public record Feed<T, V>(
        RecordKind kind,
        Function<Topics, String> name,
        Function<AvroSerdes, Serializer<V>> serializer,
        Function<T, String> key,
        Function<T, Optional<V>> value,
        BiFunction<Pseudonyms, T, T> masked) {

    /** Interactions, keyed by user. */
    public static final Feed<Interaction, Interaction> EVENTS = new Feed<>(
            RecordKind.EVENTS,
            Topics::events,
            AvroSerdes::interactionSerializer,
            Interaction::userId,
            Optional::of,
            Pseudonyms::of);

    /** Items of the shop. A deleted item has a marker, because compaction forgets tombstones. */
    public static final Feed<ItemChange, Item> ITEMS = new Feed<>(
            RecordKind.ITEMS,
            Topics::items,
            AvroSerdes::itemSerializer,
            ItemChange::itemId,
            change -> Optional.of(change.item().orElseGet(() -> Item.withdrawn(change.itemId()))),
            (pseudonyms, change) -> change);

    /** Merges of users, keyed by the source user. */
    public static final Feed<Merge, Merge> MERGES = new Feed<>(
            RecordKind.MERGES, Topics::merges, AvroSerdes::mergeSerializer, Merge::from, Optional::of, Pseudonyms::of);

    /** Requests to forget users, keyed by user. */
    public static final Feed<ErasureRequest, ErasureRequest> ERASURES = new Feed<>(
            RecordKind.ERASURES,
            Topics::erasures,
            AvroSerdes::erasureSerializer,
            ErasureRequest::userId,
            Optional::of,
            Pseudonyms::of);

    /** Attributes of users; a tombstone deletes them. */
    public static final Feed<UserChange, UserAttributes> USERS = new Feed<>(
            RecordKind.USERS,
            Topics::users,
            AvroSerdes::userAttributesSerializer,
            UserChange::userId,
            UserChange::attributes,
            Pseudonyms::of);

    /** The topic of a configuration, with users as the shop knows them. */
    public Topic<T, V> topic(Topics topics, AvroSerdes serdes) {
        return topic(topics, serdes, Pseudonyms.NONE);
    }

    /** The topic of a configuration, with users by pseudonym. */
    public Topic<T, V> topic(Topics topics, AvroSerdes serdes, Pseudonyms pseudonyms) {
        return new Topic<>(this, name.apply(topics), serializer.apply(serdes), pseudonyms);
    }

    /**
     * The topic of a feed.
     *
     * @param name of the topic
     * @param values writes the topic's values
     * @param pseudonyms of the users in it
     */
    public record Topic<T, V>(Feed<T, V> feed, String name, Serializer<V> values, Pseudonyms pseudonyms) {

        /**
         * A producer, which its owner closes.
         *
         * @param client properties that every client needs to reach the cluster
         * @param more properties of this producer
         */
        public Producer<String, V> open(Map<String, Object> client, Map<String, Object> more) {
            return Producers.open(client, more, values);
        }

        /** The record in the form of the topic. */
        public ProducerRecord<String, V> record(T sent) {
            T masked = feed.masked.apply(pseudonyms, sent);
            return new ProducerRecord<>(
                    name, feed.key.apply(masked), feed.value.apply(masked).orElse(null));
        }
    }
}
