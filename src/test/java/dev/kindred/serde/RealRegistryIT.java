package dev.kindred.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kindred.lab.embedded.EmbeddedKafka;
import dev.kindred.laws.RegistryMove;
import dev.kindred.model.Affinity;
import dev.kindred.model.RawInteraction;
import dev.kindred.testing.Apicurio;
import dev.kindred.testing.Deployment;
import dev.kindred.testing.SharedKafka;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.kafka.common.serialization.Deserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The serdes and a running shop with a real registry, where one is here: see {@link Apicurio}. */
@Timeout(180)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(SharedKafka.class)
final class RealRegistryIT {

    private Optional<Apicurio> started = Optional.empty();

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        Optional<String> obstacle = Apicurio.obstacle();
        assumeTrue(obstacle.isEmpty(), obstacle::toString);
        started = Optional.of(Apicurio.start(directory));
    }

    @AfterAll
    void stop() throws Exception {
        if (started.isPresent()) {
            started.get().close();
        }
    }

    private Apicurio registry() {
        return started.orElseThrow();
    }

    private AvroSerdes serdes() {
        return new AvroSerdes(SerdeSettings.withRegistry(registry().url()));
    }

    @Test
    void registersWhatItWritesAndReadsIt() {
        byte[] bytes = serdes().affinitySerializer().serialize("affinities", Samples.AFFINITY);

        assertThat(serdes().affinityDeserializer().deserialize("affinities", bytes))
                .isEqualTo(Samples.AFFINITY);
        assertThat(new Schemas(Map.of(RegistrySettings.URL, registry().url())).check("affinities", "AffinityValue"))
                .isEqualTo(Schemas.Verdict.REGISTERED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"BACKWARD", "FORWARD", "FULL", "BACKWARD_TRANSITIVE", "FULL_TRANSITIVE"})
    void acceptsEveryBundledSchemaAfterTheFormerOnes(String level) {
        RegistryClient client =
                RegistryClient.connect(RegistrySettings.of(registry().url(), Map.of()));
        for (Schema schema : BundledSchemas.all()) {
            String subject = level + "-" + schema.getName();
            registry().request("PUT", "/config/" + subject, "{\"compatibility\":\"" + level + "\"}");

            assertThat(client.register(subject, schema)).isPositive();
        }
    }

    @Test
    void readsEventsOfFormerProducers() {
        Schema former = BundledSchemas.all().get(0);
        GenericData.Record event = new GenericData.Record(former);
        event.put("userId", "ann");
        event.put("itemId", "tea");
        event.put("type", new GenericData.EnumSymbol(former.getField("type").schema(), "CLICK"));
        event.put("timestampMs", 5L);
        event.put("strength", 1.0);
        byte[] bytes;
        try (KindredAvroSerializer producer = new KindredAvroSerializer()) {
            producer.configure(Map.of(RegistrySettings.URL, registry().url()), false);
            bytes = Objects.requireNonNull(producer.serialize("former-events", event));
        }

        RawInteraction read = serdes().interactionDeserializer().deserialize("former-events", bytes);

        assertThat(read.userId()).isEqualTo("ann");
        assertThat(read.amount()).isEmpty();
    }

    /** In memory, it forgets all schemas: those that were read are cached, and new ones are registered again. */
    @Test
    void mayCrashAndComeBack() throws Exception {
        AvroSerdes before = serdes();
        var serializer = before.affinitySerializer();
        Deserializer<Affinity> deserializer = before.affinityDeserializer();
        byte[] bytes = serializer.serialize("crash", Samples.AFFINITY);
        assertThat(deserializer.deserialize("crash", bytes)).isEqualTo(Samples.AFFINITY);

        registry().kill();

        assertThat(deserializer.deserialize("crash", serializer.serialize("crash", Samples.AFFINITY)))
                .isEqualTo(Samples.AFFINITY);

        registry().start();

        assertThat(serdes().affinityDeserializer()
                        .deserialize("crash", serdes().affinitySerializer().serialize("crash", Samples.AFFINITY)))
                .isEqualTo(Samples.AFFINITY);
    }

    @Test
    void mayComeToARunningShop(EmbeddedKafka kafka, @TempDir Path directory) throws Exception {
        RegistryMove.check(
                new Deployment(kafka, directory, Map.of("topics.partitions", "2")),
                registry().url());
    }

    /** What the compose file starts is what is tested here. */
    @Test
    void isTheReleaseOfTheComposeFile() throws Exception {
        List<String> compose = java.nio.file.Files.readAllLines(Path.of("docker-compose.yml"));

        assertThat(compose).anyMatch(line -> line.endsWith("apicurio/apicurio-registry:" + Apicurio.VERSION));
    }
}
