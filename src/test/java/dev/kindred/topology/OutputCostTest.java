package dev.kindred.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.lab.simulation.ShopSimulation;
import dev.kindred.lab.simulation.SimulationSettings;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What one event makes the brokers keep, of a shop in which no vector is full: records exactly, bytes of keys and values
 * up to a bound of one and a quarter of what was measured. Brokers compress; this is before.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OutputCostTest {

    private static final int EVENTS = 2_000;
    private static final SimulationSettings SHOP =
            new SimulationSettings(100, 200, 1, Instant.parse("2024-01-01T00:00:00Z"));

    private final TestStream stream = new TestStream(TestStream.settings(0, 0, 1_000));

    @BeforeAll
    void sendEvents() {
        ShopSimulation shop = new ShopSimulation(SHOP);
        for (int i = 0; i < EVENTS; i++) {
            stream.send(shop.next());
        }
    }

    @AfterAll
    void close() {
        stream.close();
    }

    private List<TestRecord<byte[], byte[]>> recordsOf(String topic) {
        return stream.driver
                .createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
    }

    private static double bytesPerEvent(List<TestRecord<byte[], byte[]>> records) {
        return records.stream()
                        .mapToInt(record -> record.key().length + record.value().length)
                        .sum()
                / (double) EVENTS;
    }

    private String changelog() {
        return stream.driver.producedTopicNames().stream()
                .filter(topic -> topic.endsWith(Stores.USER_VECTORS + "-changelog"))
                .findAny()
                .orElseThrow();
    }

    @Test
    void isOneListOfAboutAKilobyte() {
        var lists = recordsOf(TestStream.TOPICS.recommendations());

        assertThat(lists).hasSize(EVENTS);
        assertThat(bytesPerEvent(lists)).isLessThan(1_350);
    }

    @Test
    void isOneCellForOthers() {
        var cells = recordsOf(TestStream.TOPICS.affinities());

        assertThat(cells).hasSize(EVENTS);
        assertThat(bytesPerEvent(cells)).isLessThan(52);
    }

    @Test
    void isAHeaderAndACellOfTheVector() {
        var changes = recordsOf(changelog());

        assertThat(changes).hasSize(2 * EVENTS);
        assertThat(bytesPerEvent(changes)).isLessThan(171);
    }

    @Test
    void isNothingElse() {
        assertThat(stream.driver.producedTopicNames())
                .isEqualTo(Set.of(TestStream.TOPICS.recommendations(), TestStream.TOPICS.affinities(), changelog()));
    }
}
