package dev.kindred.serde;

import dev.kindred.serde.avro.AffinityValue;
import dev.kindred.serde.avro.InteractionEvent;
import dev.kindred.serde.avro.ItemValue;
import dev.kindred.serde.avro.MergeRequest;
import dev.kindred.serde.avro.MovedVector;
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
 * The schemas in this program's jar, with the fixed ids that they have where there is no registry.
 *
 * <p>2 is an affinity, 6 an event, which was 1 before it told what was paid, 7 the profile of a user, 8 a request
 * to merge users, 9 a moved vector, 10 the similar items of an item, 11 what is said of a user, 12 a list of recommendations,
 * which was 3 and 5 before it knew more strategies, 13 an item, which was 4 before it could be withdrawn. An id, once given, stands in stored records: a schema that changes takes
 * the next free id, and its former text stays here, in the directory {@code former}, under the former one.
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
            Bundled.of(6, "interaction-event", InteractionEvent.class, InteractionEvent.getClassSchema()),
            Bundled.of(7, "user-profile", UserProfileValue.class, UserProfileValue.getClassSchema()),
            Bundled.of(8, "merge-request", MergeRequest.class, MergeRequest.getClassSchema()),
            Bundled.of(9, "moved-vector", MovedVector.class, MovedVector.getClassSchema()),
            Bundled.of(10, "similar-items", SimilarItemsValue.class, SimilarItemsValue.getClassSchema()),
            Bundled.of(11, "user-attributes", UserAttributesValue.class, UserAttributesValue.getClassSchema()),
            Bundled.of(12, "recommendations", RecommendationsValue.class, RecommendationsValue.getClassSchema()),
            Bundled.of(13, "item", ItemValue.class, ItemValue.getClassSchema()));

    private static final Map<Integer, Schema> BY_ID =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Bundled::id, Bundled::published));

    private static final Map<String, Bundled> NEWEST_BY_NAME = ALL.stream()
            .collect(Collectors.toUnmodifiableMap(
                    bundled -> bundled.published().getFullName(), Function.identity(), (older, newer) -> newer));

    /** One schema: as published, and as the generated class has it, with hints for Java. */
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

    /** The schema of the generated class for a record's full name; empty when there is no such class here. */
    static Optional<Schema> generated(String fullName) {
        return Optional.ofNullable(NEWEST_BY_NAME.get(fullName)).map(Bundled::generated);
    }

    /**
     * The schema that readers in other languages should see: the bundled text, with its documentation, in place of an equal
     * one with hints for Java.
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
