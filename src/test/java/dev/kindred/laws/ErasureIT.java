package dev.kindred.laws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.app.Topologies;
import dev.kindred.feed.Feed;
import dev.kindred.feed.KafkaSink;
import dev.kindred.lab.embedded.EmbeddedKafka;
import dev.kindred.model.ErasureReceipt;
import dev.kindred.model.ErasureRequest;
import dev.kindred.model.Interaction;
import dev.kindred.model.UserAttributes;
import dev.kindred.model.UserChange;
import dev.kindred.testing.ChildProcess;
import dev.kindred.testing.Deployment;
import dev.kindred.testing.SharedKafka;
import dev.kindred.testing.Streams;
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
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Erasures on a broker, on request, by withdrawal and by age, by a process that is killed amid them. */
@ExtendWith(SharedKafka.class)
final class ErasureIT {

    private static final Duration DEADLINE = Duration.ofMinutes(2);
    private static final List<Interaction> EVENTS = Events.of(new SplittableRandom(7), 1500, 100, 80);
    private static final List<String> USERS =
            EVENTS.stream().map(Interaction::userId).distinct().sorted().toList();
    private static final List<String> ERASED = USERS.subList(0, 40); // on request
    private static final List<Interaction> OLD = IntStream.range(0, 20) // of users unseen for too long
            .mapToObj(i -> Streams.click(
                    "sleeper-" + i,
                    "item-" + i % 5,
                    Streams.START_MS - Duration.ofDays(100).toMillis()))
            .toList();

    private final EmbeddedKafka kafka;
    private final Path directory;

    ErasureIT(EmbeddedKafka kafka, @TempDir Path directory) {
        this.kafka = kafka;
        this.directory = directory;
    }

    @ParameterizedTest
    @CsvSource({"exactly_once_v2, 1, none", "at_least_once, 8, personalization"})
    void leavesNothingOfErasedUsersAndEverythingOfOthers(String guarantee, int partitions, String consent)
            throws Exception {
        Map<String, String> settings = new HashMap<>(Events.UNCAPPED);
        settings.put("processing.guarantee", guarantee);
        settings.put("topics.partitions", String.valueOf(partitions));
        settings.put("kafka.consumer.session.timeout.ms", "3000");
        settings.put("privacy.secret", "a secret of the tests");
        settings.put("privacy.consent.required", consent);
        settings.put("vector.retention.ms", String.valueOf(Duration.ofDays(60).toMillis()));
        List<String> refusing = consent.equals("none") ? List.of() : USERS.subList(40, 60);
        Set<String> gone = Stream.of(
                        ERASED.stream(), refusing.stream(), OLD.stream().map(Interaction::userId))
                .flatMap(users -> users)
                .collect(Collectors.toSet());
        Deployment deployment = new Deployment(kafka, directory, settings);
        deployment.createTopics();
        say(deployment, true, Stream.concat(USERS.stream(), OLD.stream().map(Interaction::userId)));
        try (TopicTail<String, ErasureReceipt> receipts = receipts(deployment)) {
            try (ChildProcess process = deployment.startProcess("only")) {
                process.awaitRunning(DEADLINE);
                deployment.send(OLD);
                deployment.send(EVENTS);
                awaitLists(deployment, refusing); // else there is nothing to take back
                erase(deployment);
                say(deployment, false, refusing.stream());
                receipts.awaitCount(1, DEADLINE);
                process.kill();
            }
            try (ChildProcess process = deployment.startProcess("only")) {
                process.awaitRunning(DEADLINE);
                deployment.send(OLD); // an old log, sent again: what happened before the request stays away
                deployment.send(EVENTS);
                receipts.await("a receipt of every request", all -> ids(all).containsAll(requests()), DEADLINE);
                awaitEvents(deployment, gone);
                Wait.until( // with at least once, an erasure that was not committed comes again after some lists
                        DEADLINE,
                        "no cell of an erased user",
                        () -> Collections.disjoint(usersWithCells(deployment), gone));
            }
            assertThat(usersWithCells(deployment))
                    .doesNotContainAnyElementsOf(gone)
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
    private static void awaitEvents(Deployment deployment, Set<String> gone) {
        long others =
                EVENTS.stream().filter(event -> !gone.contains(event.userId())).count();
        try (var lists = deployment.lists()) {
            lists.await(
                    "the lists of all others",
                    all -> all.stream()
                                    .filter(list -> list.value() != null && !gone.contains(list.key()))
                                    .count()
                            >= 2 * others,
                    DEADLINE);
        }
    }

    private static <V> Set<String> ids(List<ConsumerRecord<String, V>> records) {
        return records.stream().map(ConsumerRecord::key).collect(Collectors.toSet());
    }

    private static List<String> requests() {
        return ERASED.stream().map(user -> "of-" + user).toList();
    }

    private static void awaitLists(Deployment deployment, List<String> users) {
        try (var lists = deployment.lists()) {
            lists.await("a list of each", all -> ids(all).containsAll(users), DEADLINE);
        }
    }

    private static void say(Deployment deployment, boolean consents, Stream<String> users) {
        try (var sink = new KafkaSink<>(
                deployment.config().feedSettings(),
                Feed.USERS.topic(deployment.config().topics(), Topologies.serdes(deployment.config())))) {
            sink.send(users.map(user ->
                            UserChange.put(new UserAttributes(user, Map.of(), Map.of("personalization", consents), 0)))
                    .toList());
        }
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
