package dev.kindred.serde;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.model.ItemDictionary;
import dev.kindred.model.RankedList;
import dev.kindred.model.Recommendations;
import dev.kindred.model.RecommendedItem;
import dev.kindred.model.Strategy;
import dev.kindred.testing.RandomTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Law: the bytes of a list in arrays are those of its Avro record. */
@SuppressWarnings("NullAway")
public final class RecommendationsEncoderTest {

    private static final String TOPIC = "recommendations";

    @AutoClose
    private final FakeRegistry registry = new FakeRegistry();

    private final ItemDictionary dictionary = new ItemDictionary();
    private final RankedList list = new RankedList(dictionary);
    private final RecommendationsEncoder encoder = new RecommendationsEncoder();

    /** A serializer of somebody else, which knows Avro records only. */
    public static final class Foreign implements Serializer<Object> {

        private final KindredAvroSerializer avro = new KindredAvroSerializer();

        /** Created by name. */
        public Foreign() {}

        @Override
        public byte[] serialize(String topic, Object datum) {
            assertThat(datum).isNotInstanceOf(EncodedRecommendations.class);
            return avro.serialize(topic, datum);
        }
    }

    private RankedList ranked(List<RecommendedItem> items) {
        list.clear();
        for (RecommendedItem item : items) {
            list.add(dictionary.numberOf(item.itemId()), item.score(), item.strategy(), item.similarUsers());
            item.reasons().forEach(reason -> list.addReason(dictionary.numberOf(reason.itemId()), reason.share()));
            item.parts().forEach(list::addPart);
            item.terms().forEach(list::addTerm);
            item.propensity().ifPresent(list::setPropensity);
        }
        return list;
    }

    private EncodedRecommendations encoded(Recommendations whole) {
        encoder.begin(whole.userId(), ranked(whole.items()), whole.identity(Recommendations.DEFAULT));
        whole.scenarios().forEach((name, items) -> encoder.addScenario(name, ranked(items), whole.identity(name)));
        return encoder.end(
                whole.triggerEventId(), whole.triggerTimestampMs(), whole.computedAtMs(), whole.vectorVersion());
    }

    @RandomTest(seeds = 50)
    void equalThoseOfTheRecordByteForByte(RandomGenerator random) {
        Recommendations whole = Samples.recommendations(random);
        SerdeSettings foreign =
                new SerdeSettings(Foreign.class.getName(), KindredAvroDeserializer.class.getName(), Map.of());

        for (SerdeSettings settings :
                List.of(SerdeSettings.bundled(), SerdeSettings.withRegistry(registry.url()), foreign)) {
            AvroSerdes serdes = new AvroSerdes(settings);
            byte[] expected = serdes.recommendationsSerializer().serialize(TOPIC, whole);

            byte[] bytes = serdes.encodedRecommendationsSerializer().serialize(TOPIC, encoded(whole));

            assertThat(bytes).isEqualTo(expected);
        }
    }

    @RandomTest
    void areReadAsTheListTheyWereMadeOf(RandomGenerator random) {
        List<RecommendedItem> items = Samples.recommendations(random).items();

        assertThat(ranked(items).toItems()).isEqualTo(items);
    }

    @Test
    void areThoseOfALongList() {
        List<RecommendedItem> items = new ArrayList<>();
        for (int rank = 1; rank <= 1_000; rank++) {
            items.add(new RecommendedItem("item-" + rank, rank, 1e6 / rank, Strategy.POPULAR, 1 << 20, List.of()));
        }
        Recommendations whole =
                new Recommendations("ann", items, Optional.of("e-1"), Long.MAX_VALUE, Long.MIN_VALUE, -1);
        AvroSerdes serdes = new AvroSerdes(SerdeSettings.bundled());

        byte[] bytes = serdes.encodedRecommendationsSerializer().serialize(TOPIC, encoded(whole));

        assertThat(bytes).isEqualTo(serdes.recommendationsSerializer().serialize(TOPIC, whole));
    }
}
