package dev.kindred.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.model.Affinity;
import dev.kindred.model.Interaction;
import dev.kindred.model.InteractionType;
import dev.kindred.model.Item;
import dev.kindred.model.RawInteraction;
import dev.kindred.model.UserAttributes;
import dev.kindred.testing.RandomTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The serdes against a registry: who asks it what, and how often. */
final class RegistrySerdesTest {

    private static final Item TENT = Item.of("tent", "Tent", List.of("Outdoors"));
    private static final UserAttributes ANN =
            new UserAttributes("ann", Map.of("country", "DE"), Map.of("ads", true), 5);
    private static final Interaction CLICK =
            new Interaction(Optional.empty(), "ann", "tent", InteractionType.CLICK, 1_700_000_000_000L, 1);

    @AutoClose
    private final FakeRegistry registry = new FakeRegistry();

    private final AvroSerdes serdes = new AvroSerdes(SerdeSettings.withRegistry(registry.url()));

    @Test
    void sendOneRequestPerSchema() {
        Serializer<Affinity> serializer = serdes.affinitySerializer();
        Deserializer<Affinity> deserializer = serdes.affinityDeserializer();

        for (int i = 0; i < 100; i++) {
            Affinity affinity = new Affinity(i, i, i);
            assertThat(deserializer.deserialize("affinities", serializer.serialize("affinities", affinity)))
                    .isEqualTo(affinity);
        }

        assertThat(registry.requests)
                .containsExactly(
                        "POST /subjects/affinities-value/versions", "GET /schemas/ids/" + FakeRegistry.FIRST_ID);
    }

    @Test
    void writeTheRegistrysIdInTheHeader() {
        byte[] bytes = serdes.affinitySerializer().serialize("affinities", Samples.AFFINITY);

        assertThat(bytes).startsWith(0, 0, 0, 0, FakeRegistry.FIRST_ID);
    }

    @Test
    void registerTheSchemaAsItIsPublished() {
        serdes.affinitySerializer().serialize("affinities", Samples.AFFINITY);

        assertThat(registry.add(BundledSchemas.all().get(1))).isEqualTo(FakeRegistry.FIRST_ID);
    }

    @Test
    void registerEachTopicAndKeysApart() {
        try (KindredAvroSerializer keys = new KindredAvroSerializer()) {
            keys.configure(Map.of("schema.registry.url", registry.url()), true);

            keys.serialize("a", AffinityMapping.toAvro(Samples.AFFINITY));
            keys.serialize("b", AffinityMapping.toAvro(Samples.AFFINITY));
        }

        assertThat(registry.requests).containsExactly("POST /subjects/a-key/versions", "POST /subjects/b-key/versions");
    }

    @Test
    void distinguishAnUnknownIdFromAnUnreachableRegistry() {
        Deserializer<Affinity> deserializer = serdes.affinityDeserializer();
        byte[] unknownId =
                new AvroSerdes(SerdeSettings.bundled()).affinitySerializer().serialize("affinities", Samples.AFFINITY);
        unknownId[4] = 99;

        assertThatThrownBy(() -> deserializer.deserialize("affinities", unknownId))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("schema id 99 is unknown to the registry");
        registry.reply(401, "");
        unknownId[4] = 98;
        assertThatThrownBy(() -> deserializer.deserialize("affinities", unknownId))
                .isInstanceOf(RegistryRefusedException.class);
    }

    /** Law: whatever schemas a registry gives the bundled ids to, records with these ids stay what they were. */
    @RandomTest
    void keepReadingRecordsThatWereWrittenBeforeThereWasARegistry(RandomGenerator random) {
        List<Schema> schemas = new ArrayList<>(BundledSchemas.all());
        Collections.shuffle(schemas, new Random(random.nextLong()));
        AvroSerdes before = new AvroSerdes(SerdeSettings.bundled());
        try (FakeRegistry counting = new FakeRegistry(1)) {
            AvroSerdes after = new AvroSerdes(SerdeSettings.withRegistry(counting.url()));
            Deserializer<Affinity> early = after.affinityDeserializer();
            byte[] affinity = before.affinitySerializer().serialize("affinities", Samples.AFFINITY);
            assertThat(early.deserialize("affinities", affinity)).isEqualTo(Samples.AFFINITY);

            schemas.forEach(counting::add);

            assertThat(early.deserialize("affinities", affinity)).isEqualTo(Samples.AFFINITY);
            assertThat(early.deserialize(
                            "affinities", after.affinitySerializer().serialize("affinities", Samples.AFFINITY)))
                    .isEqualTo(Samples.AFFINITY);
            for (AvroSerdes written : List.of(before, after)) {
                assertThat(after.itemDeserializer()
                                .deserialize("items", written.itemSerializer().serialize("items", TENT)))
                        .isEqualTo(TENT);
                assertThat(after.userAttributesDeserializer()
                                .deserialize(
                                        "users",
                                        written.userAttributesSerializer().serialize("users", ANN)))
                        .isEqualTo(ANN);
                assertThat(after.interactionDeserializer()
                                .deserialize(
                                        "events",
                                        written.interactionSerializer().serialize("events", CLICK)))
                        .extracting(RawInteraction::userId, RawInteraction::itemId, RawInteraction::timestampMs)
                        .containsExactly(CLICK.userId(), CLICK.itemId(), CLICK.timestampMs());
            }
        }
    }

    @Test
    void needARegistryForSchemasThatAreNotBundled() {
        var schema = SchemaBuilder.record("Thing")
                .namespace("shop")
                .fields()
                .optionalInt("n")
                .endRecord();
        try (KindredAvroSerializer bundled = new KindredAvroSerializer()) {
            assertThatThrownBy(() -> bundled.serialize("any", new GenericRecordBuilder(schema).build()))
                    .isInstanceOf(SerializationException.class)
                    .hasMessage("shop.Thing is not a bundled schema; set schema.registry.url");
        }
    }
}
