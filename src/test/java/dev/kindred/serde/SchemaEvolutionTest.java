package dev.kindred.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.model.InteractionType;
import dev.kindred.model.RawInteraction;
import dev.kindred.serde.avro.InteractionEvent;
import dev.kindred.serde.avro.InteractionTypeValue;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SchemaEvolutionTest {

    @AutoClose
    private final FakeRegistry registry = new FakeRegistry();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "interaction-event",
                "affinity",
                "recommendations",
                "item",
                "user-attributes",
                "user-profile",
                "merge-request",
                "moved-vector",
                "erasure-request",
                "erasure-receipt",
                "similar-items"
            })
    void staysCompatibleWithTheFirstVersionBothWays(String name) throws IOException {
        Schema first = parse("/serde/v1/" + name + ".avsc");

        Schema now = parse("/schemas/" + name + ".avsc");

        assertThat(compatibility(now, first)).as("backward").isEqualTo(SchemaCompatibilityType.COMPATIBLE);
        assertThat(compatibility(first, now)).as("forward").isEqualTo(SchemaCompatibilityType.COMPATIBLE);
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void everyFieldHasADocumentationAndADefault(Schema schema) {
        for (Schema record : named(schema)
                .filter(each -> each.getType() == Schema.Type.RECORD)
                .toList()) {
            assertThat(record.getDoc()).as(record.getFullName()).isNotBlank();
            assertThat(record.getFields()).allSatisfy(field -> {
                assertThat(field.doc())
                        .as(record.getName() + "." + field.name())
                        .isNotBlank();
                assertThat(field.hasDefaultValue())
                        .as(record.getName() + "." + field.name())
                        .isTrue();
            });
        }
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void everyEnumHasADefaultForSymbolsToCome(Schema schema) {
        assertThat(named(schema).filter(each -> each.getType() == Schema.Type.ENUM))
                .allSatisfy(each -> assertThat(each.getEnumDefault()).isEqualTo("UNKNOWN"));
    }

    @Test
    void publishesSchemasWithoutHintsForJava() {
        Schema published = BundledSchemas.published(InteractionEvent.getClassSchema());

        assertThat(InteractionEvent.getClassSchema().toString()).contains("avro.java.string");
        assertThat(published.toString()).doesNotContain("avro.java.string").contains("\"doc\":");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void readsDefaultsForFieldsOfAnOlderWriter(boolean specific) {
        Schema older = SchemaBuilder.record("InteractionEvent")
                .namespace("dev.kindred.serde.avro")
                .fields()
                .requiredString("userId")
                .requiredString("itemId")
                .requiredInt("timestampMs") // narrower than now
                .endRecord();
        GenericRecord event = new GenericRecordBuilder(older)
                .set("userId", "ann")
                .set("itemId", "tea")
                .set("timestampMs", 7)
                .build();

        RawInteraction read = readInteraction(event, specific);

        assertThat(read).isEqualTo(new RawInteraction(Optional.empty(), "ann", "tea", Optional.empty(), 7, 1.0));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void skipsFieldsOfANewerWriter(boolean specific) {
        Schema newer = new Schema.Parser()
                .parse(BundledSchemas.published(InteractionEvent.getClassSchema())
                        .toString()
                        .replace("\"IMPRESSION\"],", "\"IMPRESSION\",\"GIFT\"],")
                        .replace(
                                "\"fields\":[",
                                "\"fields\":[{\"name\":\"shop\",\"type\":\"string\",\"default\":\"\"},"));
        GenericRecord event = new GenericRecordBuilder(newer)
                .set("shop", "north")
                .set("userId", "ann")
                .set("itemId", "tea")
                .set("type", new GenericData.EnumSymbol(newer.getField("type").schema(), "GIFT"))
                .set("eventId", "e-1")
                .build();

        RawInteraction read = readInteraction(event, specific);

        assertThat(read).isEqualTo(new RawInteraction(Optional.of("e-1"), "ann", "tea", Optional.empty(), 0, 1.0));
    }

    @Test
    void distinguishesUnknownFromEveryKnownType() {
        for (InteractionType type : InteractionType.values()) {
            InteractionEvent event = (InteractionEvent) InteractionMapping.toAvro(Samples.INTERACTION);
            event.setType(InteractionTypeValue.valueOf(type.name()));

            assertThat(InteractionMapping.fromAvro(event).type()).contains(type);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void refusesAWriterWhoseFieldHasAnotherType(boolean specific) {
        Schema other = SchemaBuilder.record("InteractionEvent")
                .namespace("dev.kindred.serde.avro")
                .fields()
                .requiredInt("userId")
                .endRecord();

        assertThatThrownBy(() -> readInteraction(
                        new GenericRecordBuilder(other).set("userId", 1).build(), specific))
                .isInstanceOf(SerializationException.class);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void refusesARecordOfAnUnknownName(boolean specific) {
        Schema other = SchemaBuilder.record("Click")
                .namespace("shop")
                .fields()
                .requiredInt("n")
                .endRecord();

        assertThatThrownBy(() -> readInteraction(
                        new GenericRecordBuilder(other).set("n", 1).build(), specific))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("shop.Click");
    }

    @Test
    void showsNewerStrategiesToReadersOfTheFirstVersionAsUnknown() throws IOException {
        byte[] bytes = new AvroSerdes(SerdeSettings.bundled())
                .recommendationsSerializer()
                .serialize("any", Samples.BLENDED);
        Schema first = parse("/serde/v1/recommendations.avsc");
        Schema now = parse("/schemas/recommendations.avsc");

        GenericRecord read = new GenericDatumReader<GenericRecord>(now, first)
                .read(null, DecoderFactory.get().binaryDecoder(bytes, 5, bytes.length - 5, null));

        assertThat((List<?>) read.get("items"))
                .hasSize(3)
                .allSatisfy(item ->
                        assertThat(((GenericRecord) item).get("strategy")).hasToString("UNKNOWN"));
    }

    @Test
    void refusesAStrategyThatIsNewerThanThisProgram() {
        byte[] bytes = new AvroSerdes(SerdeSettings.bundled())
                .recommendationsSerializer()
                .serialize("any", Samples.RECOMMENDATIONS);
        bytes[19] = 0; // the first item's strategy, see recommendations.hex

        assertThatThrownBy(() -> new AvroSerdes(SerdeSettings.bundled())
                        .recommendationsDeserializer()
                        .deserialize("any", bytes))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("strategy must be known here");
    }

    /** Writes a generic record and reads it, both by way of a registry, the reader knowing only the id. */
    private RawInteraction readInteraction(GenericRecord event, boolean specific) {
        try (KindredAvroSerializer serializer = new KindredAvroSerializer();
                Deserializer<RawInteraction> deserializer = reading(specific).interactionDeserializer()) {
            serializer.configure(Map.of("schema.registry.url", registry.url()), false);
            return deserializer.deserialize("events", serializer.serialize("events", event));
        }
    }

    private AvroSerdes reading(boolean specific) {
        return new AvroSerdes(new SerdeSettings(
                KindredAvroSerializer.class.getName(),
                KindredAvroDeserializer.class.getName(),
                Map.of("schema.registry.url", registry.url(), "specific.avro.reader", "" + specific)));
    }

    private static SchemaCompatibilityType compatibility(Schema reader, Schema writer) {
        return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                .getType();
    }

    private static List<Schema> schemas() {
        return BundledSchemas.all();
    }

    /** The named schemas in a schema, itself first. */
    private static Stream<Schema> named(Schema schema) {
        return switch (schema.getType()) {
            case RECORD ->
                Stream.concat(Stream.of(schema), schema.getFields().stream().flatMap(field -> named(field.schema())));
            case ENUM -> Stream.of(schema);
            case ARRAY -> named(schema.getElementType());
            case MAP -> named(schema.getValueType());
            case UNION -> schema.getTypes().stream().flatMap(SchemaEvolutionTest::named);
            default -> Stream.empty();
        };
    }

    private static Schema parse(String resource) throws IOException {
        try (InputStream text = SchemaEvolutionTest.class.getResourceAsStream(resource)) {
            return new Schema.Parser().parse(text);
        }
    }
}
