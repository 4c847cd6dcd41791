package dev.kindred.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.model.Affinity;
import java.util.Map;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The serdes against a registry: who asks it what, and how often. */
final class RegistrySerdesTest {

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
        byte[] bundledId =
                new AvroSerdes(SerdeSettings.bundled()).affinitySerializer().serialize("affinities", Samples.AFFINITY);

        assertThatThrownBy(() -> deserializer.deserialize("affinities", bundledId))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("schema id 2 is unknown to the registry");
        registry.reply(401, "");
        bundledId[4] = 3;
        assertThatThrownBy(() -> deserializer.deserialize("affinities", bundledId))
                .isInstanceOf(RegistryRefusedException.class);
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
