package dev.kindred.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.model.Affinity;
import dev.kindred.model.CellKey;
import dev.kindred.model.Interaction;
import dev.kindred.model.InteractionType;
import dev.kindred.model.Merge;
import dev.kindred.vector.VectorMove;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyDescription;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Records that a version before the topic control has sent and nobody has read, are read after the update. */
final class FormerTopicsTest {

    private static final long START_MS = 1_700_000_000_000L;

    private final TestStream stream = new TestStream(TestStream.afterAnUpdate());

    @AfterEach
    void close() {
        stream.close();
    }

    private static Interaction click(String user, String item) {
        return new Interaction(Optional.empty(), user, item, InteractionType.CLICK, START_MS, 1);
    }

    @Test
    void learnsAReroutedEvent() {
        TestInputTopic<String, byte[]> rerouted =
                stream.driver.createInputTopic("events-rerouted", new StringSerializer(), new ByteArraySerializer());

        rerouted.pipeInput("ann", RawEvents.encode("ann", "tent", "CLICK", START_MS, 1));

        assertThat(stream.affinities.readKeyValuesToMap())
                .isEqualTo(Map.of(new CellKey("ann", "tent"), new Affinity(1, START_MS, 2)));
        assertThat(stream.recommendations.readKeyValuesToMap()).containsOnlyKeys("ann");
        assertThat(stream.deadLetters.isEmpty()).isTrue();
    }

    @Test
    void movesAndMergesAVector() {
        TestInputTopic<String, VectorMove> moves = stream.driver.createInputTopic(
                "moved-vectors", new StringSerializer(), TestStream.SERDES.moveSerializer());
        stream.send(click("visitor", "tent"));

        moves.pipeInput("visitor", VectorMove.request("merges-0-7", new Merge("visitor", "ben", 0)));

        assertThat(stream.affinities.readKeyValuesToMap())
                .containsEntry(new CellKey("visitor", "tent"), null)
                .containsEntry(new CellKey("ben", "tent"), new Affinity(1, START_MS, 2));
    }

    @Test
    void numbersTheTasksOfTheUsersAsBefore() {
        TopologySettings settings = TestStream.afterAnUpdate();

        int subtopology = new RecommenderTopology(settings, TestStream.SERDES, StreamObserver.NONE)
                .get().describe().subtopologies().stream()
                        .filter(part -> part.nodes().stream()
                                .anyMatch(node -> node.name().equals("learn-events")))
                        .mapToInt(TopologyDescription.Subtopology::id)
                        .findFirst()
                        .orElseThrow();

        assertThat(subtopology).isEqualTo(1); // local stores are found by the number
    }
}
