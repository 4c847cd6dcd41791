package dev.kindred.serde;

import dev.kindred.feedback.Outcome;
import dev.kindred.model.Affinity;
import dev.kindred.model.ErasureReceipt;
import dev.kindred.model.ErasureRequest;
import dev.kindred.model.Interaction;
import dev.kindred.model.Item;
import dev.kindred.model.Merge;
import dev.kindred.model.RawInteraction;
import dev.kindred.model.Recommendations;
import dev.kindred.model.SimilarItemLists;
import dev.kindred.model.UserAttributes;
import dev.kindred.profile.PublishedProfile;
import dev.kindred.ranking.StatisticsRow;
import dev.kindred.serde.avro.AffinityValue;
import dev.kindred.serde.avro.InteractionEvent;
import dev.kindred.serde.avro.ItemValue;
import dev.kindred.serde.avro.MergeRequest;
import dev.kindred.serde.avro.MovedVector;
import dev.kindred.serde.avro.OutcomeValue;
import dev.kindred.serde.avro.RankerStatisticsValue;
import dev.kindred.serde.avro.RecommendationsValue;
import dev.kindred.serde.avro.SimilarItemsValue;
import dev.kindred.serde.avro.UserAttributesValue;
import dev.kindred.serde.avro.UserProfileValue;
import dev.kindred.vector.VectorMove;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Creates serializers and deserializers of the domain's records, for the values of topics.
 *
 * <p>Each call returns a new, configured instance, on which Kafka's {@code configure} has no effect. The caller closes
 * it. Instances of our own classes are safe for many threads, as Kafka Streams requires.
 *
 * <p>{@code null} stands for a tombstone and maps to {@code null} both ways. A deserializer throws {@link
 * org.apache.kafka.common.errors.SerializationException} for a bad record, and {@link RegistryUnavailableException} or
 * {@link RegistryRefusedException} if the registry prevents it from reading the record, so that the stream stops
 * instead of losing good events.
 */
public final class AvroSerdes {

    private final NamedClass<?> serializers;
    private final NamedClass<?> deserializers;
    private final Map<String, Object> properties;

    /**
     * Loads the classes, so that a missing class fails the start and not the first event.
     *
     * @throws IllegalArgumentException if a class is missing, or not a serializer or deserializer; the message names
     *     the setting
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

    /** Reads events without validation, which is left to the intake. */
    public Deserializer<RawInteraction> interactionDeserializer() {
        return reader(InteractionEvent.class, InteractionMapping::fromAvro);
    }

    public Serializer<Affinity> affinitySerializer() {
        return new MappedSerializer<>(avroSerializer(), AffinityMapping::toAvro);
    }

    public Deserializer<Affinity> affinityDeserializer() {
        return reader(AffinityValue.class, AffinityMapping::fromAvro);
    }

    public Serializer<Item> itemSerializer() {
        return new MappedSerializer<>(avroSerializer(), ItemMapping::toAvro);
    }

    /** Reads items; one without an id, or with an invalid price, is a bad record. */
    public Deserializer<Item> itemDeserializer() {
        return reader(ItemValue.class, ItemMapping::fromAvro);
    }

    public Serializer<UserAttributes> userAttributesSerializer() {
        return new MappedSerializer<>(avroSerializer(), UserAttributesMapping::toAvro);
    }

    /** Reads attributes of users; one without a user id is a bad record. */
    public Deserializer<UserAttributes> userAttributesDeserializer() {
        return reader(UserAttributesValue.class, UserAttributesMapping::fromAvro);
    }

    /** Writes lists; scores and shares are stored as {@code float}. */
    public Serializer<Recommendations> recommendationsSerializer() {
        return new MappedSerializer<>(avroSerializer(), RecommendationsMapping::toAvro);
    }

    /** Writes lists that are already encoded. Other serializers than Kindred's receive the Avro record. */
    public Serializer<EncodedRecommendations> encodedRecommendationsSerializer() {
        Serializer<Object> avro = avroSerializer();
        return avro instanceof KindredAvroSerializer
                ? new MappedSerializer<>(avro, encoded -> encoded)
                : new MappedSerializer<>(avro, EncodedRecommendations::toAvro);
    }

    /** Reads lists; one with an unknown strategy is a bad record. */
    public Deserializer<Recommendations> recommendationsDeserializer() {
        return reader(RecommendationsValue.class, RecommendationsMapping::fromAvro);
    }

    /** Writes profiles; shares and weights are stored as {@code float}. */
    public Serializer<PublishedProfile> profileSerializer() {
        return new MappedSerializer<>(avroSerializer(), UserProfileMapping::toAvro);
    }

    /** Reads profiles; one with an unknown lifecycle or type is a bad record. */
    public Deserializer<PublishedProfile> profileDeserializer() {
        return reader(UserProfileValue.class, UserProfileMapping::fromAvro);
    }

    /** Writes similar items; similarities are stored as {@code float}. */
    public Serializer<SimilarItemLists> similarItemsSerializer() {
        return new MappedSerializer<>(avroSerializer(), SimilarItemsMapping::toAvro);
    }

    public Deserializer<SimilarItemLists> similarItemsDeserializer() {
        return reader(SimilarItemsValue.class, SimilarItemsMapping::fromAvro);
    }

    public Serializer<Merge> mergeSerializer() {
        return new MappedSerializer<>(avroSerializer(), MergeMapping::toAvro);
    }

    /** Reads requests without validation, which is left to the intake. */
    public Deserializer<Merge> mergeDeserializer() {
        return reader(MergeRequest.class, MergeMapping::fromAvro);
    }

    public Serializer<ErasureRequest> erasureSerializer() {
        return new MappedSerializer<>(avroSerializer(), ErasureMapping::toAvro);
    }

    /** Reads requests without validation, which is left to the intake. */
    public Deserializer<ErasureRequest> erasureDeserializer() {
        return reader(dev.kindred.serde.avro.ErasureRequest.class, ErasureMapping::fromAvro);
    }

    public Serializer<ErasureReceipt> receiptSerializer() {
        return new MappedSerializer<>(avroSerializer(), ErasureMapping::toAvro);
    }

    /** Reads receipts; one whose digest is not that of its fields is a bad record. */
    public Deserializer<ErasureReceipt> receiptDeserializer() {
        return reader(dev.kindred.serde.avro.ErasureReceipt.class, ErasureMapping::fromAvro);
    }

    public Serializer<Outcome> outcomeSerializer() {
        return new MappedSerializer<>(avroSerializer(), OutcomeMapping::toAvro);
    }

    public Deserializer<Outcome> outcomeDeserializer() {
        return reader(OutcomeValue.class, OutcomeMapping::fromAvro);
    }

    public Serializer<StatisticsRow> statisticsSerializer() {
        return new MappedSerializer<>(avroSerializer(), StatisticsMapping::toAvro);
    }

    public Deserializer<StatisticsRow> statisticsDeserializer() {
        return reader(RankerStatisticsValue.class, StatisticsMapping::fromAvro);
    }

    public Serializer<VectorMove> moveSerializer() {
        return new MappedSerializer<>(avroSerializer(), MergeMapping::toAvro);
    }

    public Deserializer<VectorMove> moveDeserializer() {
        return reader(MovedVector.class, MergeMapping::fromAvro);
    }

    @SuppressWarnings("unchecked") // loaded by name; a wrong type shows at the first call
    private Serializer<Object> avroSerializer() {
        Serializer<Object> serializer = (Serializer<Object>) serializers.create();
        serializer.configure(properties, false);
        return serializer;
    }

    @SuppressWarnings("unchecked") // loaded by name; the mapping checks its results
    private <A extends SpecificRecord, T> Deserializer<T> reader(Class<A> avroClass, Function<A, T> fromAvro) {
        Deserializer<Object> deserializer = (Deserializer<Object>) deserializers.create();
        Map<String, Object> all = new HashMap<>(properties);
        if (deserializer instanceof KindredAvroDeserializer) {
            all.put(
                    KindredAvroDeserializer.EXPECTED_RECORD,
                    SpecificData.get().getSchema(avroClass).getFullName());
        }
        deserializer.configure(all, false);
        return new MappedDeserializer<>(deserializer, avroClass, fromAvro);
    }
}
