package dev.kindred.topology;

import static dev.kindred.testing.Streams.START_MS;
import static dev.kindred.testing.Streams.click;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.model.Affinity;
import dev.kindred.model.CellKey;
import dev.kindred.model.Interaction;
import dev.kindred.model.Recommendations;
import dev.kindred.model.RecommendedItem;
import dev.kindred.testing.RandomTest;
import dev.kindred.testing.Shop;
import dev.kindred.testing.Streams;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.apache.kafka.streams.KeyValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RecommenderTopologyTest {

    private TestStream stream = new TestStream();

    @AfterEach
    void close() {
        stream.close();
    }

    private void restartWith(TopologySettings settings) {
        stream.close();
        stream = new TestStream(settings);
    }

    @Test
    void hasTheStationsOfTheDocumentation() throws IOException {
        TopologySettings settings = TestStream.settings(64, 0, 100);

        String description = new RecommenderTopology(settings, TestStream.SERDES, StreamObserver.NONE)
                .get()
                .describe()
                .toString();

        try (InputStream file = getClass().getResourceAsStream("/topology/describe.txt")) {
            String pinned = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(description.strip()).isEqualTo(pinned.strip());
        }
    }

    @RandomTest
    void publishesOneListAndOneCellForEveryEvent(RandomGenerator random) {
        List<Interaction> events = Streams.random(random, 500, 20, 40);

        stream.sendAll(events);

        assertThat(stream.recommendations.readKeyValuesToList())
                .extracting(list -> list.key)
                .isEqualTo(events.stream().map(Interaction::userId).toList());
        assertThat(stream.affinities.readKeyValuesToList())
                .extracting(cell -> cell.key)
                .isEqualTo(events.stream()
                        .map(e -> new CellKey(e.userId(), e.itemId()))
                        .toList());
        assertThat(stream.deadLetters.isEmpty()).isTrue();
    }

    @RandomTest
    void publishesTheAffinitiesOfTheCore(RandomGenerator random) {
        List<Interaction> events = Streams.random(random, 500, 20, 40);
        TopologySettings settings = TestStream.settings(64, 0, 100);
        Shop shop = new Shop(settings.model().vector(), settings.model().matrix());
        shop.learnAll(events);

        stream.sendAll(events);

        Map<CellKey, Affinity> cells = stream.affinities.readKeyValuesToMap();
        cells.forEach((key, affinity) -> {
            int at = shop.vector(key.userId()).indexOf(shop.items().numberOf(key.itemId()));
            Affinity expected = shop.vector(key.userId()).affinity(at);
            assertThat(affinity.touchedMs()).isEqualTo(expected.touchedMs());
            assertThat(affinity.types()).isEqualTo(expected.types());
            assertThat(affinity.affinity()).isCloseTo(expected.affinity(), within(1e-9));
        });
    }

    @Test
    void recommendsItemsOfSimilarUsers() {
        stream.send(click("anna", "tent", START_MS));
        stream.send(click("anna", "stove", START_MS + 1));

        stream.send(click("ben", "tent", START_MS + 2));

        Recommendations list = stream.recommendations.readValuesToList().get(2);
        assertThat(list.userId()).isEqualTo("ben");
        assertThat(list.items()).extracting(RecommendedItem::itemId).containsExactly("stove");
        assertThat(list.items().get(0).reasons().get(0).itemId()).isEqualTo("tent");
        assertThat(list.vectorVersion()).isEqualTo(1);
        assertThat(list.triggerTimestampMs()).isEqualTo(START_MS + 2);
    }

    @Test
    void writesTwoSmallValuesPerEvent() {
        restartWith(TestStream.settings(0, 0, 100));
        stream.send(click("anna", "tent", START_MS));
        stream.send(click("anna", "tent", START_MS + 1));

        try (var entries = stream.driver
                .<Object, byte[]>getKeyValueStore(Stores.USER_VECTORS)
                .all()) {
            assertThat(entries)
                    .toIterable()
                    .hasSize(2)
                    .allSatisfy(entry -> assertThat(entry.value.length).isLessThan(60));
        }
    }

    @Test
    void takesBackTheCellThatMadeRoom() {
        restartWith(TestStream.settings(64, 0, 2));

        stream.send(click("anna", "a", START_MS));
        stream.send(click("anna", "b", START_MS + 1));
        stream.send(click("anna", "c", START_MS + 2));

        List<KeyValue<CellKey, Affinity>> cells = stream.affinities.readKeyValuesToList();
        assertThat(cells.get(3).key).isEqualTo(new CellKey("anna", "a"));
        assertThat(cells.get(3).value).isNull();
    }

    @Test
    void bringsAnEventWithAForeignKeyToItsUser() {
        stream.events.pipeInput("a session", click("anna", "tent", START_MS));
        stream.events.pipeInput(click("anna", "stove", START_MS + 1));

        assertThat(stream.recommendations.readKeyValuesToList())
                .extracting(list -> list.key)
                .containsExactly("anna", "anna");
    }

    @RandomTest
    void changesNothingWhenAnEventIsRepeatedButAnswersAgain(RandomGenerator random) {
        List<Interaction> events = Streams.random(random, 200, 5, 20);
        stream.sendAll(events);
        Map<CellKey, Affinity> once = stream.affinities.readKeyValuesToMap();

        stream.sendAll(events.subList(150, 200));

        assertThat(once).containsAllEntriesOf(stream.affinities.readKeyValuesToMap());
        assertThat(stream.recommendations.readRecordsToList()).hasSize(250);
    }

    @Test
    void countsEveryEventWhenNoneIsRemembered() {
        restartWith(TestStream.settings(0, 0, 100));
        Interaction event = Streams.random(new Random(1), 1, 1, 1).get(0);

        stream.send(event);
        stream.send(event);

        Affinity cell = stream.affinities.readValuesToList().get(1);
        assertThat(cell.affinity()).isCloseTo(2 * event.strength(), within(1e-9));
    }

    @Test
    void thinsOutBurstsToTheirFirstAndLastEvent() {
        restartWith(TestStream.settings(64, 1000, 100));
        for (int i = 0; i < 10; i++) {
            stream.send(click("anna", "item-" + i, START_MS + i));
        }
        assertThat(stream.recommendations.readRecordsToList()).hasSize(1);

        stream.driver.advanceWallClockTime(Duration.ofSeconds(1));

        assertThat(stream.recommendations.readValuesToList())
                .singleElement()
                .satisfies(list -> assertThat(list.vectorVersion()).isEqualTo(10));
        assertThat(stream.affinities.readRecordsToList()).hasSize(10);
    }
}
