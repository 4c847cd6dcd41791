package dev.kindred.serde;

import dev.kindred.serde.avro.AffinityValue;
import dev.kindred.serde.avro.ErasureReceipt;
import dev.kindred.serde.avro.ErasureRequest;
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
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;

/**
 * The schemas in this program's jar, with the fixed ids that apply without a registry.
 *
 * <p>The ids: 2 affinity, 17 event (1 before amounts, 6 before impressions), 7 user profile, 8 merge request, 26 moved vector (9 before feedback), 10 similar
 * items, 11 user attributes, 18 recommendations (3, 5 and 12 before further strategies, 14 before ids
 * of lists), 13 item (4 before withdrawal),
 * 19 outcome, 20 ranker statistics, 15 erasure request, 16 erasure receipt.
 * Stored records contain these ids: a changed schema takes the next free id, and its former text stays in the directory
 * {@code former} under the former id.
 */
final class BundledSchemas implements SchemaIds {

    static {
        TrustedClasses.allow();
    }

    private static final List<Bundled> ALL = List.of(
            Bundled.of(1, "former/interaction-event-1", InteractionEvent.class, InteractionEvent.getClassSchema()),
            Bundled.of(2, "affinity", AffinityValue.class, AffinityValue.getClassSchema()),
            Bundled.of(
                    3, "former/recommendations-3", RecommendationsValue.class, RecommendationsValue.getClassSchema()),
            Bundled.of(4, "former/item-4", ItemValue.class, ItemValue.getClassSchema()),
            Bundled.of(
                    5, "former/recommendations-5", RecommendationsValue.class, RecommendationsValue.getClassSchema()),
            Bundled.of(6, "former/interaction-event-6", InteractionEvent.class, InteractionEvent.getClassSchema()),
            Bundled.of(7, "user-profile", UserProfileValue.class, UserProfileValue.getClassSchema()),
            Bundled.of(8, "merge-request", MergeRequest.class, MergeRequest.getClassSchema()),
            Bundled.of(9, "former/moved-vector-9", MovedVector.class, MovedVector.getClassSchema()),
            Bundled.of(10, "similar-items", SimilarItemsValue.class, SimilarItemsValue.getClassSchema()),
            Bundled.of(11, "user-attributes", UserAttributesValue.class, UserAttributesValue.getClassSchema()),
            Bundled.of(
                    12, "former/recommendations-12", RecommendationsValue.class, RecommendationsValue.getClassSchema()),
            Bundled.of(13, "item", ItemValue.class, ItemValue.getClassSchema()),
            Bundled.of(
                    14, "former/recommendations-14", RecommendationsValue.class, RecommendationsValue.getClassSchema()),
            Bundled.of(15, "erasure-request", ErasureRequest.class, ErasureRequest.getClassSchema()),
            Bundled.of(16, "former/erasure-receipt-16", ErasureReceipt.class, ErasureReceipt.getClassSchema()),
            Bundled.of(17, "interaction-event", InteractionEvent.class, InteractionEvent.getClassSchema()),
            Bundled.of(18, "recommendations", RecommendationsValue.class, RecommendationsValue.getClassSchema()),
            Bundled.of(19, "outcome", OutcomeValue.class, OutcomeValue.getClassSchema()),
            Bundled.of(20, "ranker-statistics", RankerStatisticsValue.class, RankerStatisticsValue.getClassSchema()),
            Bundled.of(23, "erasure-receipt", ErasureReceipt.class, ErasureReceipt.getClassSchema()),
            Bundled.of(26, "moved-vector", MovedVector.class, MovedVector.getClassSchema()));

    private static final Map<Integer, Schema> BY_ID =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Bundled::id, Bundled::published));

    private static final Map<String, Bundled> NEWEST_BY_NAME = ALL.stream()
            .collect(Collectors.toUnmodifiableMap(
                    bundled -> bundled.published().getFullName(), Function.identity(), (older, newer) -> newer));

    /** A schema as published, and as in the generated class, with hints for Java. */
    private record Bundled(int id, Schema published, Schema generated) {

        static Bundled of(int id, String file, Class<? extends SpecificRecord> avroClass, Schema generated) {
            String resource = "/schemas/" + file + ".avsc";
            try (InputStream text = Objects.requireNonNull(avroClass.getResourceAsStream(resource), resource)) {
                return new Bundled(id, new Schema.Parser().parse(text), generated);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + resource + " from the jar", e);
            }
        }
    }

    /** The schema of the generated class with a full name, if there is one. */
    static Optional<Schema> generated(String fullName) {
        return Optional.ofNullable(NEWEST_BY_NAME.get(fullName)).map(Bundled::generated);
    }

    /**
     * The schema for readers in other languages: the bundled text with its documentation, instead of an equal one with
     * hints for Java.
     */
    static Schema published(Schema schema) {
        return Optional.ofNullable(NEWEST_BY_NAME.get(schema.getFullName()))
                .map(Bundled::published)
                .filter(published -> writesTheSame(published, schema))
                .orElse(schema);
    }

    private static boolean writesTheSame(Schema published, Schema schema) {
        return SchemaNormalization.parsingFingerprint64(published) == SchemaNormalization.parsingFingerprint64(schema);
    }

    /** All schemas as people name them, by id. */
    static List<Schemas.Bundled> described() {
        return ALL.stream()
                .map(bundled -> new Schemas.Bundled(
                        bundled.id(), bundled.published().getName(), NEWEST_BY_NAME.containsValue(bundled)))
                .toList();
    }

    /** The current schema of a record by its name without the namespace, if there is one. */
    static Optional<Schema> current(String name) {
        return NEWEST_BY_NAME.values().stream()
                .map(Bundled::published)
                .filter(schema -> schema.getName().equals(name))
                .findFirst();
    }

    static List<Schema> all() {
        return ALL.stream().map(Bundled::published).toList();
    }

    @Override
    public int idOf(String subject, Schema schema) {
        return ALL.stream()
                .filter(bundled -> bundled.published().equals(schema))
                .findFirst()
                .map(Bundled::id)
                .orElseThrow(() -> new SerializationException(
                        schema.getFullName() + " is not a bundled schema; set " + RegistrySettings.URL));
    }

    /** The bundled schema of an id, if there is one. */
    Optional<Schema> find(int id) {
        return Optional.ofNullable(BY_ID.get(id));
    }

    @Override
    public Schema schemaById(int id) {
        Schema schema = BY_ID.get(id);
        if (schema == null) {
            throw new SerializationException("schema id " + id + " is not one of the bundled "
                    + BY_ID.keySet().stream().sorted().toList() + "; if a registry gave it, set "
                    + RegistrySettings.URL);
        }
        return schema;
    }
}
