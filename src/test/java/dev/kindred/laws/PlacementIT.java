package dev.kindred.laws;

import dev.kindred.app.KindredApp;
import dev.kindred.lab.embedded.EmbeddedKafka;
import dev.kindred.model.Interaction;
import dev.kindred.testing.Deployment;
import dev.kindred.testing.SharedKafka;
import dev.kindred.testing.TopicTail;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Law: neither the number of partitions nor that of instances, nor that they come and go, changes a vector, a cell or, once
 * all is quiet, a list or what goes with an item. Everything equals what the core computes in one thread.
 */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(SharedKafka.class)
@Execution(ExecutionMode.CONCURRENT)
final class PlacementIT {

    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final List<Interaction> EVENTS = Events.of(new SplittableRandom(3), 3000, 150, 100);
    private static final int HALF = EVENTS.size() / 2;

    private final EmbeddedKafka kafka;
    private final Path directory;

    PlacementIT(EmbeddedKafka kafka, @TempDir Path directory) {
        this.kafka = kafka;
        this.directory = directory;
    }

    private Deployment deployment(int partitions) {
        Map<String, String> settings = new HashMap<>(Events.UNCAPPED);
        settings.put("topics.partitions", String.valueOf(partitions));
        settings.put("similar.items.staleness", "0");
        settings.put("similar.items.publish.interval.ms", "500");
        return new Deployment(kafka, directory, settings);
    }

    private static void awaitLists(Deployment deployment, int count) {
        try (TopicTail<?, ?> lists = deployment.lists()) {
            lists.awaitCount(count, DEADLINE);
        }
    }

    private static void assertIsTheCores(Deployment deployment) {
        Cells.assertAreTheCores(deployment, EVENTS);
        SimilarTable.assertBecomesTheCores(deployment, EVENTS);
        new Probe(deployment, EVENTS).assertListsBecomeTheCores();
    }

    @Test
    void doesNotDependOnOnePartition() {
        Deployment deployment = deployment(1);
        try (KindredApp only = deployment.start("only")) {
            Deployment.awaitRunning(only);

            deployment.send(EVENTS);
            awaitLists(deployment, EVENTS.size());

            assertIsTheCores(deployment);
        }
    }

    @Test
    void doesNotDependOnEightPartitions() {
        Deployment deployment = deployment(8);
        try (KindredApp only = deployment.start("only")) {
            Deployment.awaitRunning(only);

            deployment.send(EVENTS);
            awaitLists(deployment, EVENTS.size());

            assertIsTheCores(deployment);
        }
    }

    @Test
    void doesNotDependOnThreeInstances() {
        Deployment deployment = deployment(8);
        try (KindredApp first = deployment.start("first");
                KindredApp second = deployment.start("second");
                KindredApp third = deployment.start("third")) {
            Deployment.awaitRunning(first, second, third);

            deployment.send(EVENTS);
            awaitLists(deployment, EVENTS.size());

            assertIsTheCores(deployment);
        }
    }

    @Test
    void doesNotDependOnInstancesThatComeAndGo() {
        Deployment deployment = deployment(8);
        try (KindredApp stays = deployment.start("stays")) {
            try (KindredApp leaves = deployment.start("leaves")) {
                Deployment.awaitRunning(stays, leaves);
                deployment.send(EVENTS.subList(0, HALF));
                awaitLists(deployment, HALF / 2);
            }

            deployment.send(EVENTS.subList(HALF, EVENTS.size()));
            awaitLists(deployment, EVENTS.size());

            assertIsTheCores(deployment);
        }
    }

    @Test
    void doesNotDependOnARestartInMidStream() {
        Deployment deployment = deployment(8);
        try (KindredApp before = deployment.start("only")) {
            Deployment.awaitRunning(before);
            deployment.send(EVENTS);
            awaitLists(deployment, HALF);
        }
        try (KindredApp after = deployment.start("only")) {
            Deployment.awaitRunning(after);

            awaitLists(deployment, EVENTS.size());

            assertIsTheCores(deployment);
        }
    }
}
