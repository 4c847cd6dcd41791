package dev.kindred.laws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.app.KindredApp;
import dev.kindred.app.Topologies;
import dev.kindred.config.scenarios.ScenarioFile;
import dev.kindred.feed.Feed;
import dev.kindred.lab.embedded.EmbeddedKafka;
import dev.kindred.math.PeriodSums;
import dev.kindred.model.Interaction;
import dev.kindred.ranking.StatisticsRow;
import dev.kindred.recommend.LearnedList;
import dev.kindred.replay.FeedProducer;
import dev.kindred.scenario.Scenario;
import dev.kindred.testing.Batch;
import dev.kindred.testing.Deployment;
import dev.kindred.testing.SharedKafka;
import dev.kindred.testing.Streams;
import dev.kindred.testing.TopicTail;
import dev.kindred.testing.Wait;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Law: what lists learn does not depend on partitions, threads, instances or restarts. It is what one pass over the events learns.
 *
 * <p>Events are sent one by one, each when all instances have the cell of the one before, because lists depend on that. So it takes
 * some seconds.
 */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(SharedKafka.class)
@Execution(ExecutionMode.CONCURRENT)
final class LearningIT {

    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final String SCENARIOS = """
            scenarios:
              home:
                weights: {user-based: 0.7, sequence-based: 0.2, popular: 0.1}
                exclude: {current: false}
                ranker: learned
            """;
    private static final int USERS = 6;
    private static final int ITEMS = 5;

    private final EmbeddedKafka kafka;
    private final Path directory;

    LearningIT(EmbeddedKafka kafka, @TempDir Path directory) {
        this.kafka = kafka;
        this.directory = directory;
    }

    /** Every event is a new cell. */
    private static List<Interaction> events() {
        return IntStream.range(0, USERS * ITEMS)
                .mapToObj(i -> Streams.click(
                        "user-" + i % USERS, "item-" + (i / USERS + i % 3) % ITEMS, Streams.START_MS + i * 1000L))
                .toList();
    }

    private Deployment deployment(int partitions, int threads) throws IOException {
        Map<String, String> settings = new HashMap<>(Events.UNCAPPED);
        settings.put("topics.partitions", String.valueOf(partitions));
        settings.put("threads", String.valueOf(threads));
        settings.put(
                "scenarios.file",
                Files.writeString(directory.resolve("scenarios.yaml"), SCENARIOS)
                        .toString());
        settings.put("learning.enabled", "true");
        settings.put("learning.sample", "1");
        settings.put("learning.interval.ms", "200");
        settings.put("commit.interval.ms", "20");
        return new Deployment(kafka, directory, settings);
    }

    private static void send(Deployment deployment, int from, int to, KindredApp... apps) {
        try (FeedProducer<Interaction, Interaction> producer = new FeedProducer<>(deployment.config(), Feed.EVENTS)) {
            for (int i = from; i < to; i++) {
                producer.send(i, events().get(i));
                producer.flush();
                int cells = i + 1;
                Wait.until(
                        DEADLINE,
                        "the cell of the event",
                        () -> Stream.of(apps)
                                .allMatch(app -> app.status().matrix().cells() == cells));
            }
        }
    }

    /** The sums that all tasks have published, added up. */
    private static Map<Long, List<Long>> published(Deployment deployment) {
        Map<String, StatisticsRow> rows = new HashMap<>();
        try (var tail = new TopicTail<>(
                deployment.config(),
                deployment.config().topics().rankerStatistics(),
                new StringDeserializer(),
                Topologies.serdes(deployment.config()).statisticsDeserializer())) {
            tail.readToEnd().records().forEach(record -> rows.put(record.key(), record.value()));
        }
        int size =
                rows.values().stream().mapToInt(row -> row.sums().length).max().orElse(0);
        PeriodSums sums =
                new PeriodSums(size, deployment.config().learningSettings().decay());
        rows.values().forEach(row -> sums.add(row.key().period(), row.sums()));
        return Batch.texts(sums);
    }

    private static void assertIsTheBatch(Deployment deployment, KindredApp... apps) {
        Scenario home = ScenarioFile.parse(SCENARIOS).find("home").orElseThrow();
        Map<Long, List<Long>> batch = Batch.sums(
                deployment.config().modelSettings(), deployment.config().learningSettings(), home, events());
        Wait.until(
                DEADLINE, "the sums of the batch", () -> published(deployment).equals(batch));
        double examples = examplesOf(batch);
        assertThat(examples).isGreaterThan(20);
        for (KindredApp app : apps) {
            Wait.until(
                    DEADLINE,
                    "the model of the batch",
                    () -> app.status().learned().stream()
                                    .mapToDouble(LearnedList::examples)
                                    .sum()
                            == examples);
        }
    }

    /** The last sum of the only period. */
    private static double examplesOf(Map<Long, List<Long>> sums) {
        assertThat(sums).hasSize(1);
        List<Long> only = sums.values().iterator().next();
        return only.get(only.size() - 1);
    }

    @Test
    void doesNotDependOnOnePartition() throws IOException {
        Deployment deployment = deployment(1, 1);
        try (KindredApp only = deployment.start("only")) {
            Deployment.awaitRunning(only);

            send(deployment, 0, events().size(), only);

            assertIsTheBatch(deployment, only);
        }
    }

    @Test
    void doesNotDependOnEightPartitionsThreadsInstancesAndRestarts() throws IOException {
        Deployment deployment = deployment(8, 2);
        int third = events().size() / 3;
        try (KindredApp first = deployment.start("first")) {
            Deployment.awaitRunning(first);
            send(deployment, 0, third, first);
            try (KindredApp second = deployment.start("second")) {
                Deployment.awaitRunning(first, second);
                send(deployment, third, 2 * third, first, second);
            }
        }
        try (KindredApp elsewhere = deployment.start("elsewhere")) { // from the changelog
            Deployment.awaitRunning(elsewhere);
            send(deployment, 2 * third, events().size(), elsewhere);

            assertIsTheBatch(deployment, elsewhere);
        }
    }
}
