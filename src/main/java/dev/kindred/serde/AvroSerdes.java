package dev.kindred.serde;

import dev.kindred.model.Affinity;
import dev.kindred.model.Interaction;
import dev.kindred.model.Item;
import dev.kindred.model.Merge;
import dev.kindred.model.RawInteraction;
import dev.kindred.model.Recommendations;
import dev.kindred.model.SimilarItemLists;
import dev.kindred.model.UserAttributes;
import dev.kindred.profile.PublishedProfile;
import dev.kindred.serde.avro.AffinityValue;
import dev.kindred.serde.avro.InteractionEvent;
import dev.kindred.serde.avro.ItemValue;
import dev.kindred.serde.avro.MergeRequest;
import dev.kindred.serde.avro.MovedVector;
import dev.kindred.serde.avro.RecommendationsValue;
import dev.kindred.serde.avro.SimilarItemsValue;
import dev.kindred.serde.avro.UserAttributesValue;
import dev.kindred.serde.avro.UserProfileValue;
import dev.kindred.vector.VectorMove;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Hands out serializers and deserializers of the domain's records, for the values of topics.
 *
 * <p>Each call returns a fresh instance, already configured; Kafka's own {@code configure} leaves it as it is. Whoever asks
 * for one closes it. With our own classes an instance may be shared by threads, as Kafka Streams does.
 *
 * <p>{@code null} stands for a tombstone and maps to {@code null} both ways. A deserializer throws
 * {@link org.apache.kafka.common.errors.SerializationException} for a bad record, and {@link RegistryUnavailableException}
 * or {@link RegistryRefusedException} when it cannot tell, so that the stream stops rather than loses good events.
 */
public final class AvroSerdes {

    private final NamedClass<?> serializers;
    private final NamedClass<?> deserializers;
    private final Map<String, Object> properties;

    /**
     * Finds the classes, so that a missing one stops the start and not the first event.
     *
     * @throws IllegalArgumentException if a class is missing or is no serializer or deserializer; it names the setting
     */
    public AvroSerdes(SerdeSettings settings) {
        TrustedClasses.allow();
        serializers = NamedClass.find(SerdeSettings.SERIALIZER_CLASS, settings.serializerClass(), Serializer.class);
        deserializers =
                NamedClass.find(SerdeSettings.DESERIALIZER_CLASS, settings.deserializerClass(), Deserializer.class);
        properties = new HashMap<>(settings.properties());
        properties.putIfAbsent(KindredAvroDeserializer.SPECIFIC_READER, "true");
    }

    public Serializer<Interaction> interactionSerializer() {
        return new MappedSerializer<>(avroSerializer(), InteractionMapping::toAvro);
    }

    /** Reads events as they are; whether one is acceptable is for the intake to say. */
    public Deserializer<RawInteraction> interactionDeserializer() {
        return new MappedDeserializer<>(avroDeserializer(), InteractionEvent.class, InteractionMapping::fromAvro);
    }

    public Serializer<Affinity> affinitySerializer() {
        return new MappedSerializer<>(avroSerializer(), AffinityMapping::toAvro);
    }

    public Deserializer<Affinity> affinityDeserializer() {
        return new MappedDeserializer<>(avroDeserializer(), AffinityValue.class, AffinityMapping::fromAvro);
    }

    public Serializer<Item> itemSerializer() {
        return new MappedSerializer<>(avroSerializer(), ItemMapping::toAvro);
    }

    /** Reads items; one without an id, or with a price that is none, is a bad record. */
    public Deserializer<Item> itemDeserializer() {
        return new MappedDeserializer<>(avroDeserializer(), ItemValue.class, ItemMapping::fromAvro);
    }

    public Serializer<UserAttributes> userAttributesSerializer() {
        return new MappedSerializer<>(avroSerializer(), UserAttributesMapping::toAvro);
    }

    /** Reads what is said of users; a record without a user's id is a bad one. */
    public Deserializer<UserAttributes> userAttributesDeserializer() {
        return new MappedDeserializer<>(avroDeserializer(), UserAttributesValue.class, UserAttributesMapping::fromAvro);
    }

    /** Writes lists; scores and shares travel as {@code float}. */
    public Serializer<Recommendations> recommendationsSerializer() {
        return new MappedSerializer<>(avroSerializer(), RecommendationsMapping::toAvro);
    }

    /** Reads lists; one with a strategy that is newer than this program is a bad record. */
    public Deserializer<Recommendations> recommendationsDeserializer() {
        return new MappedDeserializer<>(
                avroDeserializer(), RecommendationsValue.class, RecommendationsMapping::fromAvro);
    }

    /** Writes profiles; shares and weights travel as {@code float}. */
    public Serializer<PublishedProfile> profileSerializer() {
        return new MappedSerializer<>(avroSerializer(), UserProfileMapping::toAvro);
    }

    /** Reads profiles; one with a lifecycle or a type that is newer than this program is a bad record. */
    public Deserializer<PublishedProfile> profileDeserializer() {
        return new MappedDeserializer<>(avroDeserializer(), UserProfileValue.class, UserProfileMapping::fromAvro);
    }

    /** Writes what goes with an item; similarities travel as {@code float}. */
    public Serializer<SimilarItemLists> similarItemsSerializer() {
        return new MappedSerializer<>(avroSerializer(), SimilarItemsMapping::toAvro);
    }

    public Deserializer<SimilarItemLists> similarItemsDeserializer() {
        return new MappedDeserializer<>(avroDeserializer(), SimilarItemsValue.class, SimilarItemsMapping::fromAvro);
    }

    public Serializer<Merge> mergeSerializer() {
        return new MappedSerializer<>(avroSerializer(), MergeMapping::toAvro);
    }

    /** Reads requests as they are; whether one is acceptable is for the intake to say. */
    public Deserializer<Merge> mergeDeserializer() {
        return new MappedDeserializer<>(avroDeserializer(), MergeRequest.class, MergeMapping::fromAvro);
    }

    public Serializer<VectorMove> moveSerializer() {
        return new MappedSerializer<>(avroSerializer(), MergeMapping::toAvro);
    }

    public Deserializer<VectorMove> moveDeserializer() {
        return new MappedDeserializer<>(avroDeserializer(), MovedVector.class, MergeMapping::fromAvro);
    }

    @SuppressWarnings("unchecked") // found by name: what it takes shows when it is called
    private Serializer<Object> avroSerializer() {
        Serializer<Object> serializer = (Serializer<Object>) serializers.create();
        serializer.configure(properties, false);
        return serializer;
    }

    @SuppressWarnings("unchecked") // found by name: what it returns is checked by the mapping
    private Deserializer<Object> avroDeserializer() {
        Deserializer<Object> deserializer = (Deserializer<Object>) deserializers.create();
        deserializer.configure(properties, false);
        return deserializer;
    }
}
