package dev.kindred.topology;

import static dev.kindred.testing.Streams.START_MS;
import static dev.kindred.testing.Streams.click;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.math.Rounding;
import dev.kindred.model.Affinity;
import dev.kindred.model.CellKey;
import dev.kindred.model.Interaction;
import dev.kindred.model.SimilarItem;
import dev.kindred.model.SimilarItemLists;
import dev.kindred.serde.CellKeySerde;
import dev.kindred.similarity.Evidence;
import dev.kindred.similarity.SimilarItems;
import dev.kindred.testing.RandomTest;
import dev.kindred.testing.Shop;
import dev.kindred.testing.Streams;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Laws: the topic holds what would be computed now, each item once, and nothing is written that has not changed. */
final class PublishSimilarItemsTest {

    private static final Duration INTERVAL = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int SIZE = 5;
    private static final int USERS = 20;
    private static final int ITEMS = 40;

    private TestStream stream = new TestStream(settings(1, 100));

    private static TopologySettings settings(int partitions, int maxItems) {
        return TestStream.publishing(new SimilarItemsPublishing(INTERVAL.toMillis(), SIZE), partitions, maxItems);
    }

    @AfterEach
    void close() {
        stream.close();
    }

    private void restartWith(TopologySettings settings) {
        stream.close();
        stream = new TestStream(settings);
    }

    /** Lets a whole walk pass, a step of which looks at one item at least; returns what it published. */
    private List<KeyValue<String, SimilarItemLists>> walk() {
        stream.driver.advanceWallClockTime(INTERVAL);
        for (int step = 0; step < ITEMS; step++) {
            stream.driver.advanceWallClockTime(PAUSE);
        }
        return stream.similarItems.readKeyValuesToList();
    }

    /** What a reader of the topic has, without the times; a later record of an item takes the place of an earlier one. */
    private static void applyAll(
            List<KeyValue<String, SimilarItemLists>> records, Map<String, List<List<SimilarItem>>> table) {
        records.forEach(record -> {
            if (record.value == null) {
                assertThat(table).as("what is taken back").containsKey(record.key);
                table.remove(record.key);
            } else {
                assertThat(record.value.itemId()).isEqualTo(record.key);
                List<List<SimilarItem>> before = table.put(record.key, lists(record.value));
                assertThat(before).as("what was there").isNotEqualTo(lists(record.value));
            }
        });
    }

    private static List<List<SimilarItem>> lists(SimilarItemLists item) {
        return List.of(item.similar(), item.boughtTogether());
    }

    /** The same from the core, which learned the same events. */
    private static Map<String, List<List<SimilarItem>>> expected(List<Interaction> events, TopologySettings settings) {
        Shop shop = new Shop(settings.model().vector(), settings.model().matrix());
        shop.learnAll(events);
        Map<String, List<List<SimilarItem>>> table = new HashMap<>();
        for (int item = 0; item < shop.items().size(); item++) {
            List<SimilarItem> similar = similar(item, Evidence.ALL, shop, settings);
            List<SimilarItem> together = similar(item, Evidence.PURCHASES, shop, settings);
            if (similar.size() + together.size() > 0) {
                table.put(shop.items().idOf(item), List.of(similar, together));
            }
        }
        return table;
    }

    private static List<SimilarItem> similar(int item, Evidence evidence, Shop shop, TopologySettings settings) {
        return new SimilarItems(settings.model().similarItems(), shop.items())
                .find(item, SIZE, evidence, shop.view()).named(SIZE, other -> true, shop.items()).stream()
                        .map(other ->
                                new SimilarItem(other.itemId(), (float) Rounding.toThreeDigits(other.similarity())))
                        .toList();
    }

    @RandomTest
    void publishesTheListsOfTheCoreWhenTheyChange(RandomGenerator random) {
        TopologySettings settings = settings(1, 10); // some items make room for others
        restartWith(settings);
        List<Interaction> events = Streams.random(random, 600, USERS, ITEMS);
        Map<String, List<List<SimilarItem>>> table = new HashMap<>();

        for (int sent = 0; sent < events.size(); sent += 100) {
            stream.sendAll(events.subList(sent, sent + 100));
            applyAll(walk(), table);

            assertThat(table).isEqualTo(expected(events.subList(0, sent + 100), settings));
        }
        assertThat(walk()).isEmpty();
    }

    @RandomTest
    void publishesTheItemsOfItsPartitionOnly(RandomGenerator random) {
        TopologySettings settings = settings(8, 100);
        restartWith(settings);
        List<Interaction> events = Streams.random(random, 300, USERS, ITEMS);
        Map<String, List<List<SimilarItem>>> table = new HashMap<>();

        stream.sendAll(events);
        applyAll(walk(), table);

        Map<String, List<List<SimilarItem>>> all = expected(events, settings);
        all.keySet().removeIf(item -> settings.placement().partitionOf(item) != 0);
        assertThat(table).isEqualTo(all);
    }

    @RandomTest
    void publishesNothingAgainAfterAStart(RandomGenerator random) {
        List<Interaction> events = Streams.random(random, 300, USERS, ITEMS);
        stream.sendAll(events);
        assertThat(walk()).isNotEmpty();
        List<KeyValue<CellKey, Affinity>> cells = stream.affinities.readKeyValuesToList();
        Map<Bytes, byte[]> published = new HashMap<>();
        try (var entries = store().all()) {
            entries.forEachRemaining(entry -> published.put(entry.key, entry.value));
        }

        restartWith(settings(1, 100));
        published.forEach(store()::put);
        readBack(cells);

        assertThat(walk()).isEmpty();
    }

    private KeyValueStore<Bytes, byte[]> store() {
        return stream.driver.getKeyValueStore(Stores.PUBLISHED_SIMILAR_ITEMS);
    }

    private void readBack(List<KeyValue<CellKey, Affinity>> cells) {
        TestInputTopic<CellKey, Affinity> topic = stream.driver.createInputTopic(
                TestStream.TOPICS.affinities(),
                new CellKeySerde().serializer(),
                TestStream.SERDES.affinitySerializer());
        topic.pipeKeyValueList(cells);
    }

    @Test
    void publishesOneTombstoneForAnItemWithoutUsers() {
        restartWith(settings(1, 2));
        stream.send(click("ann", "tent", START_MS));
        stream.send(click("ann", "stove", START_MS + 1));
        assertThat(walk()).extracting(record -> record.key).containsExactlyInAnyOrder("tent", "stove");

        stream.send(click("ann", "rope", START_MS + 2)); // the tent makes room

        List<KeyValue<String, SimilarItemLists>> changes = walk();
        assertThat(changes).extracting(record -> record.key).containsExactlyInAnyOrder("tent", "stove", "rope");
        assertThat(changes).contains(KeyValue.pair("tent", null));
        assertThat(walk()).isEmpty();
    }

    @Test
    void publishesTombstonesAfterARestartForForgottenItems() {
        stream.send(click("ann", "tent", START_MS));
        stream.send(click("ann", "stove", START_MS + 1));
        walk();
        Bytes tent = Bytes.wrap("tent".getBytes(StandardCharsets.UTF_8));
        byte[] published = store().get(tent);

        restartWith(settings(1, 100));
        store().put(tent, published);

        assertThat(walk()).containsExactly(KeyValue.pair("tent", null));
        assertThat(walk()).isEmpty();
    }

    @Test
    void publishesNothingByDefault() {
        restartWith(TestStream.settings(0, 0, 100));
        stream.send(click("ann", "tent", START_MS));
        stream.send(click("ann", "stove", START_MS + 1));

        assertThat(walk()).isEmpty();
    }
}
