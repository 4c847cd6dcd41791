package dev.kindred.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.model.Affinity;
import dev.kindred.model.Interaction;
import dev.kindred.model.Item;
import dev.kindred.model.Merge;
import dev.kindred.model.RawInteraction;
import dev.kindred.model.Recommendations;
import dev.kindred.model.SimilarItemLists;
import dev.kindred.profile.PublishedProfile;
import dev.kindred.testing.RandomTest;
import dev.kindred.vector.VectorMove;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.generic.IndexedRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class AvroSerdesTest {

    private static final String TOPIC = "any";

    private final AvroSerdes serdes = new AvroSerdes(SerdeSettings.bundled());

    @RandomTest
    void readsTheInteractionThatWasWritten(RandomGenerator random) {
        Interaction written = Samples.interaction(random);

        RawInteraction read = serdes.interactionDeserializer()
                .deserialize(TOPIC, serdes.interactionSerializer().serialize(TOPIC, written));

        assertThat(read).isEqualTo(raw(written));
    }

    @RandomTest
    void readsTheAffinityThatWasWritten(RandomGenerator random) {
        Affinity written = Samples.affinity(random);

        Affinity read = serdes.affinityDeserializer()
                .deserialize(TOPIC, serdes.affinitySerializer().serialize(TOPIC, written));

        assertThat(read).isEqualTo(written);
    }

    @RandomTest
    void readsTheItemThatWasWritten(RandomGenerator random) {
        Item written = Samples.item(random);

        Item read = serdes.itemDeserializer()
                .deserialize(TOPIC, serdes.itemSerializer().serialize(TOPIC, written));

        assertThat(read).isEqualTo(written);
    }

    @RandomTest
    void readsTheRecommendationsThatWereWritten(RandomGenerator random) {
        Recommendations written = Samples.recommendations(random);

        Recommendations read = serdes.recommendationsDeserializer()
                .deserialize(TOPIC, serdes.recommendationsSerializer().serialize(TOPIC, written));

        assertThat(read).isEqualTo(written);
    }

    @RandomTest
    void readsTheProfileThatWasWritten(RandomGenerator random) {
        PublishedProfile written = Samples.profile(random);

        PublishedProfile read = serdes.profileDeserializer()
                .deserialize(TOPIC, serdes.profileSerializer().serialize(TOPIC, written));

        assertThat(read).isEqualTo(written);
    }

    @RandomTest
    void readsTheMergeThatWasWritten(RandomGenerator random) {
        Merge written = Samples.merge(random);

        Merge read = serdes.mergeDeserializer()
                .deserialize(TOPIC, serdes.mergeSerializer().serialize(TOPIC, written));

        assertThat(read).isEqualTo(written);
    }

    @RandomTest
    void readsTheSimilarItemsThatWereWritten(RandomGenerator random) {
        SimilarItemLists written = Samples.similarItems(random);

        SimilarItemLists read = serdes.similarItemsDeserializer()
                .deserialize(TOPIC, serdes.similarItemsSerializer().serialize(TOPIC, written));

        assertThat(read).isEqualTo(written);
    }

    @RandomTest
    void readsTheMoveThatWasWritten(RandomGenerator random) {
        VectorMove written = Samples.move(random);

        VectorMove read = serdes.moveDeserializer()
                .deserialize(TOPIC, serdes.moveSerializer().serialize(TOPIC, written));

        assertThat(read).isEqualTo(written);
    }

    @RandomTest
    void readsGenericRecordsJustAsGeneratedOnes(RandomGenerator random) {
        AvroSerdes generic = new AvroSerdes(new SerdeSettings(
                KindredAvroSerializer.class.getName(),
                KindredAvroDeserializer.class.getName(),
                Map.of("specific.avro.reader", "false")));
        Recommendations written = Samples.recommendations(random);

        Recommendations read = generic.recommendationsDeserializer()
                .deserialize(TOPIC, serdes.recommendationsSerializer().serialize(TOPIC, written));

        assertThat(read).isEqualTo(written);
    }

    @Test
    void mapsTombstonesToNullBothWays() {
        assertThat(serdes.affinitySerializer().serialize(TOPIC, null)).isNull();
        assertThat(serdes.affinityDeserializer().deserialize(TOPIC, (byte[]) null))
                .isNull();
        assertThat(serdes.recommendationsSerializer().serialize(TOPIC, null)).isNull();
        assertThat(serdes.recommendationsDeserializer().deserialize(TOPIC, (byte[]) null))
                .isNull();
        assertThat(serdes.interactionSerializer().serialize(TOPIC, null)).isNull();
        assertThat(serdes.interactionDeserializer().deserialize(TOPIC, (byte[]) null))
                .isNull();
    }

    @Test
    void refusesARecordOfAnotherKind() {
        byte[] affinity = serdes.affinitySerializer().serialize(TOPIC, Samples.AFFINITY);

        assertThatThrownBy(() -> serdes.interactionDeserializer().deserialize(TOPIC, affinity))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("AffinityValue")
                .hasMessageContaining("wrong topic");
    }

    @Test
    void refusesAnAffinityThatIsNoNumber() {
        byte[] bytes = serdes.affinitySerializer().serialize(TOPIC, new Affinity(0, 0, 0));
        bytes[WireFormat.HEADER_BYTES + 6] = (byte) 0xf8; // with the next one, the exponent of a NaN
        bytes[WireFormat.HEADER_BYTES + 7] = 0x7f;

        assertThatThrownBy(() -> serdes.affinityDeserializer().deserialize(TOPIC, bytes))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("affinity must be finite");
    }

    @Test
    void isSafeToShareAmongThreads() throws Exception {
        Serializer<Recommendations> serializer = serdes.recommendationsSerializer();
        Deserializer<Recommendations> deserializer = serdes.recommendationsDeserializer();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        Callable<Boolean> roundTrips = () -> Stream.generate(
                        () -> Samples.recommendations(RandomGenerator.getDefault()))
                .limit(500)
                .allMatch(list -> list.equals(deserializer.deserialize(TOPIC, serializer.serialize(TOPIC, list))));

        try {
            for (Future<Boolean> all : threads.invokeAll(
                    IntStream.range(0, 4).mapToObj(i -> roundTrips).toList())) {
                assertThat(all.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Nested
    final class NamedClasses {

        @Test
        void areUsedAndConfigured() {
            AvroSerdes named = new AvroSerdes(new SerdeSettings(
                    FakeSerializer.class.getName(), FakeDeserializer.class.getName(), Map.of("shop", "x")));

            byte[] written = named.affinitySerializer().serialize(TOPIC, Samples.AFFINITY);
            Affinity read = named.affinityDeserializer().deserialize(TOPIC, written);

            assertThat(new String(written, StandardCharsets.UTF_8)).startsWith("x-value:");
            assertThat(read).isEqualTo(Samples.AFFINITY);
        }

        @Test
        void areMissedAtTheStart() {
            SerdeSettings settings = new SerdeSettings(
                    "io.confluent.kafka.serializers.KafkaAvroSerializer",
                    KindredAvroDeserializer.class.getName(),
                    Map.of());

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new AvroSerdes(settings))
                    .withMessageStartingWith(
                            "serde.serializer.class: io.confluent.kafka.serializers.KafkaAvroSerializer")
                    .withMessageContaining("not on the class path")
                    .withMessageContaining("Confluent's kafka-avro-serializer jar");
        }

        @Test
        void mustBeOfTheRightKind() {
            SerdeSettings settings =
                    new SerdeSettings(KindredAvroSerializer.class.getName(), String.class.getName(), Map.of());

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new AvroSerdes(settings))
                    .withMessageStartingWith("serde.deserializer.class: java.lang.String is not a ");
        }
    }

    @Test
    void settingsPrintNoSecrets() {
        SerdeSettings settings = new SerdeSettings("S", "D", Map.of("basic.auth.user.info", "shop:secret"));

        assertThat(settings.toString()).contains("basic.auth.user.info").doesNotContain("secret");
    }

    @Test
    void serializerRefusesOtherObjects() {
        try (KindredAvroSerializer serializer = new KindredAvroSerializer()) {
            assertThatThrownBy(() -> serializer.serialize(TOPIC, "text"))
                    .isInstanceOf(SerializationException.class)
                    .hasMessage("only Avro records can be written, got a java.lang.String");
        }
    }

    @Test
    void serializerWritesOnAfterARecordThatDoesNotFit() {
        try (KindredAvroSerializer serializer = new KindredAvroSerializer()) {
            byte[] before = serializer.serialize(TOPIC, InteractionMapping.toAvro(Samples.INTERACTION));

            assertThatThrownBy(() -> serializer.serialize(TOPIC, withoutItem()))
                    .isInstanceOf(SerializationException.class)
                    .hasMessageContaining("cannot write a dev.kindred.serde.avro.InteractionEvent");
            byte[] after = serializer.serialize(TOPIC, InteractionMapping.toAvro(Samples.INTERACTION));

            assertThat(after).isEqualTo(before);
        }
    }

    private static IndexedRecord withoutItem() {
        IndexedRecord event = InteractionMapping.toAvro(Samples.INTERACTION);
        event.put(event.getSchema().getField("itemId").pos(), null);
        return event;
    }

    private static RawInteraction raw(Interaction interaction) {
        return new RawInteraction(
                interaction.eventId(),
                interaction.userId(),
                interaction.itemId(),
                Optional.of(interaction.type()),
                interaction.timestampMs(),
                interaction.strength(),
                interaction.amount(),
                interaction.list());
    }

    /** Stands for Confluent's serializer: writes "shop-value:" and then what ours writes. */
    public static final class FakeSerializer implements Serializer<Object> {
        private final KindredAvroSerializer ours = new KindredAvroSerializer();
        private String prefix = "";

        @Override
        public void configure(Map<String, ?> properties, boolean isKey) {
            prefix = properties.get("shop") + (isKey ? "-key:" : "-value:");
        }

        @Override
        public byte[] serialize(String topic, Object value) {
            byte[] record = Objects.requireNonNull(ours.serialize(topic, value));
            byte[] head = prefix.getBytes(StandardCharsets.UTF_8);
            byte[] all = new byte[head.length + record.length];
            System.arraycopy(head, 0, all, 0, head.length);
            System.arraycopy(record, 0, all, head.length, record.length);
            return all;
        }
    }

    /** Reads what {@link FakeSerializer} wrote. */
    public static final class FakeDeserializer implements Deserializer<Object> {
        private final KindredAvroDeserializer ours = new KindredAvroDeserializer();
        private int prefixBytes;

        @Override
        public void configure(Map<String, ?> properties, boolean isKey) {
            prefixBytes = (properties.get("shop") + "-value:").length();
        }

        @Override
        public Object deserialize(String topic, byte[] bytes) {
            return Objects.requireNonNull(
                    ours.deserialize(topic, Arrays.copyOfRange(bytes, prefixBytes, bytes.length)));
        }
    }
}
