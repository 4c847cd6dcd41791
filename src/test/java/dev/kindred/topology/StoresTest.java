package dev.kindred.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.recommend.LearningSettings;
import java.lang.reflect.Field;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.internals.InternalTopicConfig;
import org.apache.kafka.streams.processor.internals.InternalTopologyBuilder;
import org.junit.jupiter.api.Test;

final class StoresTest {

    /** Asks Kafka Streams itself which topics it would make. */
    private static Set<String> internalTopics(Topology topology) throws ReflectiveOperationException {
        Field field = Topology.class.getDeclaredField("internalTopologyBuilder");
        field.setAccessible(true);
        InternalTopologyBuilder builder = (InternalTopologyBuilder) field.get(topology);
        builder.setApplicationId("app");
        builder.buildTopology();
        return builder.subtopologyToTopicsInfo().values().stream()
                .flatMap(topics -> topics.nonSourceChangelogTopics().stream())
                .map(InternalTopicConfig::name)
                .collect(Collectors.toSet());
    }

    @Test
    void ofListsThatLearnAreLoggedToo() throws Exception {
        TopologySettings settings =
                TestStream.learning(new LearningSettings(true, 1, Duration.ofDays(30), Duration.ofSeconds(1), 1));
        Topology topology = new RecommenderTopology(settings, TestStream.SERDES, StreamObserver.NONE).get();

        assertThat(internalTopics(topology))
                .containsAll(Stores.LOGGED_LEARNING.stream()
                        .map(store -> "app-" + store + "-changelog")
                        .toList());
    }

    @Test
    void thatAreLoggedAreThoseWithAChangelog() throws Exception {
        Topology topology =
                new RecommenderTopology(TestStream.publishingProfiles(0), TestStream.SERDES, StreamObserver.NONE).get();

        assertThat(internalTopics(topology))
                .isEqualTo(Stores.LOGGED.stream()
                        .map(store -> "app-" + store + "-changelog")
                        .collect(Collectors.toSet()));
    }
}
