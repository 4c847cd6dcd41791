package dev.kindred.laws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.app.Topologies;
import dev.kindred.feed.Feed;
import dev.kindred.feed.KafkaSink;
import dev.kindred.lab.embedded.EmbeddedKafka;
import dev.kindred.model.ErasureReceipt;
import dev.kindred.model.ErasureRequest;
import dev.kindred.model.Interaction;
import dev.kindred.testing.ChildProcess;
import dev.kindred.testing.Deployment;
import dev.kindred.testing.SharedKafka;
import dev.kindred.testing.TopicTail;
import dev.kindred.testing.Wait;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Erasures on a broker, by a process that is killed amid them. */
@ExtendWith(SharedKafka.class)
@ResourceLock(ChildProcess.LOCK)
final class ErasureIT {

    private static final Duration DEADLINE = Duration.ofMinutes(2);
    private static final List<Interaction> EVENTS = Events.of(new SplittableRandom(7), 1500, 100, 80);
    private static final List<String> ERASED = EVENTS.stream()
            .map(Interaction::userId)
            .distinct()
            .sorted()
            .limit(40)
            .toList();

    private final EmbeddedKafka kafka;
    private final Path directory;

    ErasureIT(EmbeddedKafka kafka, @TempDir Path directory) {
        this.kafka = kafka;
        this.directory = directory;
    }

    @ParameterizedTest
    @CsvSource({"exactly_once_v2, 1", "at_least_once, 8"})
    void leavesNothingOfErasedUsersAndEverythingOfOthers(String guarantee, int partitions) throws Exception {
        Map<String, String> settings = new HashMap<>(Events.UNCAPPED);
        settings.put("processing.guarantee", guarantee);
        settings.put("topics.partitions", String.valueOf(partitions));
        settings.put("privacy.secret", "a secret of the tests");
        Deployment deployment = new Deployment(kafka, directory, settings);
        deployment.createTopics();
        try (TopicTail<String, ErasureReceipt> receipts = receipts(deployment)) {
            try (ChildProcess process = deployment.startProcess("only")) {
                process.awaitRunning(DEADLINE);
                deployment.send(EVENTS);
                erase(deployment);
                receipts.awaitCount(1, DEADLINE);
                process.kill();
            }
            try (ChildProcess process = deployment.startProcess("only")) {
                process.awaitRunning(DEADLINE);
                deployment.send(EVENTS); // an old log, sent again: what happened before the request stays away
                receipts.await("a receipt of every request", all -> ids(all).size() == ERASED.size(), DEADLINE);
                awaitEvents(deployment);
                Wait.until( // with at least once, an erasure that was not committed comes again after some lists
                        DEADLINE,
                        "no cell of an erased user",
                        () -> Collections.disjoint(usersWithCells(deployment), ERASED));
            }
            assertThat(usersWithCells(deployment))
                    .doesNotContainAnyElementsOf(ERASED)
                    .isNotEmpty();
            assertAreChains(
                    receipts.records().stream().map(record -> record.value()).toList());
        }
    }

    private static TopicTail<String, ErasureReceipt> receipts(Deployment deployment) {
        return new TopicTail<>(
                deployment.config(),
                deployment.config().topics().erasureReceipts(),
                new StringDeserializer(),
                Topologies.serdes(deployment.config()).receiptDeserializer());
    }

    private static void erase(Deployment deployment) {
        try (var sink = new KafkaSink<>(
                deployment.config().feedSettings(),
                Feed.ERASURES.topic(deployment.config().topics(), Topologies.serdes(deployment.config())))) {
            sink.send(ERASED.stream()
                    .map(user -> new ErasureRequest("of-" + user, user, 0, ""))
                    .toList());
        }
    }

    /** All events of the others have a list again. */
    private static void awaitEvents(Deployment deployment) {
        long others = EVENTS.stream()
                .filter(event -> !ERASED.contains(event.userId()))
                .count();
        try (var lists = deployment.lists()) {
            lists.await(
                    "the lists of all others",
                    all -> all.stream()
                                    .filter(list -> list.value() != null && !ERASED.contains(list.key()))
                                    .count()
                            >= 2 * others,
                    DEADLINE);
        }
    }

    private static <V> Set<String> ids(List<org.apache.kafka.clients.consumer.ConsumerRecord<String, V>> records) {
        return records.stream().map(record -> record.key()).collect(Collectors.toSet());
    }

    private static Set<String> usersWithCells(Deployment deployment) {
        return deployment.cells().entrySet().stream()
                .filter(cell -> cell.getValue() != null)
                .map(cell -> cell.getKey().userId())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void assertAreChains(List<ErasureReceipt> receipts) {
        Map<Integer, List<ErasureReceipt>> byPartition = receipts.stream()
                .distinct() // a repeated request has its receipt again
                .collect(Collectors.groupingBy(receipt -> receipt.link().partition()));
        byPartition.forEach((partition, chain) -> {
            assertThat(chain.get(0).link()).isEqualTo(ErasureReceipt.Link.first(partition));
            IntStream.range(1, chain.size())
                    .forEach(i -> assertThat(chain.get(i).link())
                            .isEqualTo(chain.get(i - 1).next()));
        });
    }
}
