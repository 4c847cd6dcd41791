package dev.kindred.laws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.lab.embedded.EmbeddedKafka;
import dev.kindred.model.Interaction;
import dev.kindred.model.Merge;
import dev.kindred.model.Recommendations;
import dev.kindred.replay.Pace;
import dev.kindred.testing.ChildProcess;
import dev.kindred.testing.Deployment;
import dev.kindred.testing.RandomTest;
import dev.kindred.testing.SharedKafka;
import dev.kindred.testing.TopicTail;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Law: whenever the process is killed, an event changes the vectors, and the outcomes of its list, once. Commits are far apart, so that a kill finds
 * hundreds of events half done.
 */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(SharedKafka.class)
@Order(3) // long: it begins early
final class OnceIT {

    private static final Duration DEADLINE = Duration.ofSeconds(90);
    private static final int KILLS = 2;
    private static final int PHASE = 1000; // events sent to each of the processes that follow one another
    private static final int WARM_UP = 100; // of these, to see that the process is at work
    private static final double EVENTS_PER_SECOND = 1500;

    private final EmbeddedKafka kafka;
    private final Path directory;

    OnceIT(EmbeddedKafka kafka, @TempDir Path directory) {
        this.kafka = kafka;
        this.directory = directory;
    }

    @RandomTest(seeds = 1)
    void learnsAndAnswersOnceUnderExactlyOnce(RandomGenerator random) throws Exception {
        Deployment deployment = deployment("exactly_once_v2", Map.of("feedback.enabled", "true"));
        List<Interaction> events = Lists.on(Events.of(random, (KILLS + 1) * PHASE, 200, 100), deployment, random);

        int lists = processWithKills(deployment, events, random);

        assertThat(lists).isEqualTo(events.size());
        Lists.assertOutcomesAreThoseOf(events, deployment);
    }

    /**
     * With static membership, so that a restarted process goes on at once. No commit comes before the kills, so every
     * event is read again, and each user has fewer events than are remembered.
     */
    @RandomTest(seeds = 1)
    void learnsOnceAndAnswersAtLeastOnceUnderAtLeastOnce(RandomGenerator random) throws Exception {
        Deployment deployment = deployment(
                "at_least_once",
                Map.of(
                        "kafka.consumer.group.instance.id", "only",
                        "commit.interval.ms", "10000",
                        "vector.remembered.events", "100"));
        List<Interaction> events = Events.of(random, (KILLS + 1) * PHASE, 200, 100);

        int lists = processWithKills(deployment, events, random);

        assertThat(lists).isGreaterThanOrEqualTo(events.size());
    }

    /** With static membership, so that a restarted process goes on at once. */
    @RandomTest(seeds = 1)
    void movesEveryCellOnceUnderExactlyOnce(RandomGenerator random) throws Exception {
        Deployment deployment = deployment(
                "exactly_once_v2", Map.of("topics.partitions", "2", "kafka.consumer.group.instance.id", "only"));
        List<Interaction> events = Events.of(random, PHASE, 100, 100);
        List<Merge> merges = Visitors.merges(events);
        int killAt = random.nextInt(merges.size() / 2, merges.size());
        deployment.createTopics();

        try (ChildProcess process = deployment.startProcess("only");
                TopicTail<?, ?> lists = deployment.lists()) {
            process.awaitRunning(DEADLINE);
            deployment.send(Visitors.of(events));
            lists.awaitCount(PHASE, DEADLINE);
            deployment.merge(merges.subList(0, killAt));
            process.kill();
        }
        try (ChildProcess process = deployment.startProcess("only");
                TopicTail<String, Recommendations> lists = deployment.lists()) {
            process.awaitRunning(DEADLINE);
            deployment.merge(merges.subList(killAt, merges.size()));

            assertThat(Visitors.awaitMerges(lists, merges.size(), DEADLINE)).isEqualTo(merges.size());
            Cells.assertAreTheCores(deployment, events);
        }
    }

    private Deployment deployment(String guarantee, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Events.UNCAPPED);
        settings.put("processing.guarantee", guarantee);
        settings.put("commit.interval.ms", "500");
        settings.put("kafka.consumer.session.timeout.ms", "3000");
        settings.putAll(more);
        return new Deployment(kafka, directory, settings);
    }

    /** Checks vectors, cells and answers after it all, and returns how many lists came before. */
    private int processWithKills(Deployment deployment, List<Interaction> events, RandomGenerator random)
            throws Exception {
        for (int phase = 0; phase < KILLS; phase++) {
            List<Interaction> part = events.subList(phase * PHASE, (phase + 1) * PHASE);
            int killAt = random.nextInt(WARM_UP + PHASE / 4, PHASE);
            try (ChildProcess process = deployment.startProcess("only")) {
                process.awaitRunning(DEADLINE);
                sendUntil(killAt, part, deployment, phase * PHASE);
                process.kill();
                deployment.send(part.subList(killAt, PHASE));
            }
        }
        try (ChildProcess process = deployment.startProcess("only");
                TopicTail<String, Recommendations> lists = deployment.lists()) {
            process.awaitRunning(DEADLINE);
            deployment.send(events.subList(KILLS * PHASE, events.size()));
            int count = awaitAnswers(lists, events).size();
            Cells.assertAreTheCores(deployment, events);
            new Probe(deployment, events).assertListsBecomeTheCores();
            return count;
        }
    }

    /** Their number alone would not do: under at least once some come again before others come. */
    private static List<?> awaitAnswers(TopicTail<String, Recommendations> lists, List<Interaction> events) {
        Set<?> ids = events.stream().map(Interaction::eventId).collect(Collectors.toSet());
        lists.awaitCount(events.size(), DEADLINE);
        lists.await(
                "a list for every event",
                read -> read.stream()
                        .map(list -> list.value().triggerEventId())
                        .collect(Collectors.toSet())
                        .containsAll(ids),
                DEADLINE);
        return lists.readToEnd().records();
    }

    /** Keeps a process busy until it is to be killed. */
    private static void sendUntil(int killAt, List<Interaction> part, Deployment deployment, int sentBefore)
            throws InterruptedException {
        deployment.send(part.subList(0, WARM_UP));
        try (TopicTail<?, ?> lists = deployment.lists()) {
            lists.awaitCount(sentBefore + WARM_UP, DEADLINE);
        }
        deployment.send(part.subList(WARM_UP, killAt), Pace.perSecond(EVENTS_PER_SECOND));
    }
}
