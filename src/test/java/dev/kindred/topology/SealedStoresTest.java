package dev.kindred.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.model.Interaction;
import dev.kindred.model.Recommendations;
import dev.kindred.model.RecommendedItem;
import dev.kindred.state.Keyset;
import dev.kindred.state.StateSettings;
import dev.kindred.testing.RandomTest;
import dev.kindred.testing.Streams;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.utils.Bytes;

/** Encryption at rest changes no output; the changelog is encrypted. */
final class SealedStoresTest {

    private static final byte SEALED = (byte) 0xE1;

    private static final StateSettings CLEAR = new StateSettings(16 << 20, 1 << 20, 1 << 20);
    private static final StateSettings ENCRYPTED = new StateSettings(
            16 << 20, 1 << 20, 1 << 20, Optional.of(Keyset.create().seal()));

    @RandomTest
    void listsAndCellsAreThoseOfAStreamInClear(RandomGenerator random) {
        List<Interaction> events = Streams.random(random, 200, 5, 20);
        try (TestStream clear = new TestStream(TestStream.keeping(CLEAR));
                TestStream encrypted = new TestStream(TestStream.keeping(ENCRYPTED))) {
            clear.sendAll(events);
            encrypted.sendAll(events);

            assertThat(items(encrypted)).isEqualTo(items(clear));
            assertThat(encrypted.affinities.readKeyValuesToList()).isEqualTo(clear.affinities.readKeyValuesToList());
            assertThat(changelog(encrypted)).isNotEmpty().allMatch(value -> value == null || value[0] == SEALED);
            assertThat(changelog(clear)).isNotEmpty().noneMatch(value -> value != null && value[0] == SEALED);
        }
    }

    @RandomTest
    void vectorsAreReadInClear(RandomGenerator random) {
        try (TestStream encrypted = new TestStream(TestStream.keeping(ENCRYPTED))) {
            encrypted.sendAll(Streams.random(random, 20, 2, 5));

            try (var all = encrypted
                    .driver
                    .<Bytes, byte[]>getKeyValueStore(Stores.USER_VECTORS)
                    .all()) {
                assertThat(all).toIterable().isNotEmpty().noneMatch(entry -> entry.value[0] == SEALED);
            }
        }
    }

    private static List<List<RecommendedItem>> items(TestStream stream) {
        return stream.recommendations.readValuesToList().stream()
                .map(Recommendations::items)
                .toList();
    }

    private static List<byte[]> changelog(TestStream stream) {
        String topic = stream.driver.producedTopicNames().stream()
                .filter(name -> name.endsWith(Stores.USER_VECTORS + "-changelog"))
                .findFirst()
                .orElseThrow();
        return stream.driver
                .createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readValuesToList();
    }
}
