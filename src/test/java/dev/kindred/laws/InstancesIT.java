package dev.kindred.laws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kindred.export.Export;
import dev.kindred.export.ExportSettings;
import dev.kindred.export.Service;
import dev.kindred.export.WholeFile;
import dev.kindred.lab.embedded.EmbeddedKafka;
import dev.kindred.model.Interaction;
import dev.kindred.testing.ChildProcess;
import dev.kindred.testing.Deployment;
import dev.kindred.testing.SharedKafka;
import dev.kindred.testing.Streams;
import dev.kindred.testing.TopicTail;
import dev.kindred.testing.Wait;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Law: whichever instance is asked, every user gets the same list, and every segment has the same members; and when one
 * is killed under load, no list is ever wrong, none fails once the others have taken over, and an export waits for that
 * and contains all users. When all are restarted, one after the other, few lists fail.
 */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(SharedKafka.class)
@Order(1) // long: it begins early
final class InstancesIT {

    private static final Duration DEADLINE = Duration.ofSeconds(90);
    private static final Pattern LISTENING = Pattern.compile("Listening on (http://\\S+)");
    private static final List<Interaction> EVENTS = Events.of(new SplittableRandom(7), 1500, 60, 100);
    private static final List<String> USERS =
            EVENTS.stream().map(Interaction::userId).distinct().sorted().toList();
    private static final List<String> NAMES = List.of("first", "second", "third");
    private static final Set<String> BUYERS = Streams.buyers(EVENTS, 3);

    private final EmbeddedKafka kafka;
    private final List<ChildProcess> processes = new ArrayList<>();
    private final Path directory;
    private Deployment deployment; // of the last call of instances()

    InstancesIT(EmbeddedKafka kafka, @TempDir Path directory) {
        this.kafka = kafka;
        this.directory = directory;
        this.deployment = new Deployment(kafka, directory, Map.of());
    }

    @AfterAll
    void stop() {
        processes.forEach(ChildProcess::close);
    }

    /** Three processes that have learned all events. */
    private List<Asker> instances(Map<String, String> more) throws IOException {
        Map<String, String> settings = new HashMap<>(Events.UNCAPPED);
        settings.put("topics.partitions", "8");
        settings.put("http.enabled", "true");
        settings.put("http.port", "0");
        settings.put("segments.file", segments().toString());
        settings.put("kafka.consumer.session.timeout.ms", "3000");
        settings.putAll(more);
        deployment = new Deployment(kafka, directory, settings);
        List<ChildProcess> started = new ArrayList<>();
        for (String name : NAMES) {
            started.add(deployment.startProcess(name));
        }
        processes.addAll(started);
        started.forEach(process -> process.awaitRunning(DEADLINE));
        deployment.send(EVENTS);
        try (TopicTail<?, ?> lists = deployment.lists()) {
            lists.awaitCount(EVENTS.size(), DEADLINE);
        }
        return started.stream()
                .map(process -> new Asker(process.awaitPrinted(LISTENING, DEADLINE)))
                .toList();
    }

    private Path segments() throws IOException {
        return Files.writeString(
                directory.resolve("segments.yaml"), "segments:\n  buyers:\n    when: purchased >= 3\n");
    }

    /** The lists of all users, once all instances give the same ones. */
    private static Map<String, String> agreed(List<Asker> instances) {
        Map<String, String> lists = new HashMap<>();
        Wait.until(DEADLINE, "all instances to give the same lists", () -> {
            lists.clear();
            for (String user : USERS) {
                List<Asker.Answer> answers = instances.stream()
                        .map(asker -> asker.list(user))
                        .distinct()
                        .toList();
                if (answers.size() != 1 || answers.get(0).status() != 200) {
                    return false;
                }
                lists.put(user, answers.get(0).items());
            }
            return true;
        });
        return lists;
    }

    /** The members, every page from the next instance. */
    private static List<String> membersByTurns(List<Asker> instances) throws IOException, InterruptedException {
        List<String> members = new ArrayList<>();
        String cursor = "";
        int turn = 0;
        do {
            JsonNode page = instances.get(turn++ % instances.size()).members("buyers", cursor);
            assertThat(page.has("users")).as(page.toString()).isTrue();
            members.addAll(page.path("users").findValuesAsText("userId"));
            cursor = page.path("next").asText();
        } while (!cursor.isEmpty());
        return members;
    }

    /** The members whose lists an export finds, whatever happens meanwhile. */
    private List<String> exported(Asker instance) throws IOException, InterruptedException {
        Path file = directory.resolve("buyers.jsonl");
        ExportSettings settings = new ExportSettings("buyers", "home", "false", Optional.empty(), 5, DEADLINE);
        Service service = new Service(instance.address(), Optional.empty(), Optional.empty());
        try (WholeFile lines = WholeFile.create(file, false)) {
            new Export(settings, service, lines, (soFar, share) -> {}).run();
        }
        List<String> members = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            JsonNode json = new JsonMapper().readTree(line);
            assertThat(json.path("items")).isNotEmpty();
            members.add(json.path("userId").asText());
        }
        return members;
    }

    /** Stops an instance as an upgrade does, and starts it again with its state; meanwhile others are ready. */
    private Asker restart(int index, List<Asker> others) throws Exception {
        ChildProcess old = processes.get(processes.size() - NAMES.size() + index);
        old.terminate();
        old.awaitExit(DEADLINE);
        ChildProcess fresh = deployment.startProcess(NAMES.get(index));
        processes.set(processes.indexOf(old), fresh);
        Asker asker = new Asker(fresh.awaitPrinted(LISTENING, DEADLINE));
        Wait.until(DEADLINE, "an instance that is ready", () -> {
            assertThat(others).as("the ready ones").anyMatch(Asker::isReady);
            return asker.isReady();
        });
        return asker;
    }

    private void kill(int index) throws InterruptedException {
        processes.get(processes.size() - 3 + index).kill();
    }

    @Test
    void everyInstanceAnswersForAllUsersAndTakesOverFromOneThatIsKilled() throws Exception {
        List<Asker> instances = instances(Map.of());
        Map<String, String> lists = agreed(instances);
        List<Asker> survivors = instances.subList(1, 3);
        assertThat(membersByTurns(instances)).containsExactlyInAnyOrderElementsOf(BUYERS);

        try (Load load = new Load(instances, lists)) {
            load.awaitAnswers(200, DEADLINE);
            assertThat(load.unavailable()).as("before the kill").isZero();
            kill(0);
            load.killed(instances.get(0));
            load.awaitUnavailable(1, DEADLINE); // the dead one had users
            assertThat(exported(survivors.get(0))).containsExactlyInAnyOrderElementsOf(BUYERS);
            assertThat(agreed(survivors)).isEqualTo(lists);
            load.assertAnswersAllFromNowOn(300, DEADLINE);

            assertThat(load.wrong()).isEmpty();
        }
        assertThat(survivors.stream().mapToDouble(Asker::failedForwards).sum()).isPositive();
    }

    @Test
    void copiesAnswerUntilTheOthersHaveTakenOver() throws Exception {
        List<Asker> instances = instances(Map.of("standby.replicas", "1", "http.stale.reads", "true"));
        Map<String, String> lists = agreed(instances);
        Wait.until(
                DEADLINE,
                "a copy of every user",
                () -> USERS.stream()
                        .allMatch(user -> instances.stream()
                                        .filter(instance ->
                                                instance.copy(user).items().equals(lists.get(user)))
                                        .count()
                                > 1));

        try (Load load = new Load(instances, lists)) {
            load.awaitAnswers(200, DEADLINE);
            assertThat(load.stale()).as("before the kill").isZero();
            kill(0);
            load.killed(instances.get(0));
            load.awaitStale(1, DEADLINE);
            assertThat(agreed(instances.subList(1, 3))).isEqualTo(lists);

            assertThat(load.wrong()).isEmpty();
            assertThat(load.unavailable()).isLessThan(load.stale()); // of users who change hands at that moment
        }
    }

    @Test
    void aRestartOfOneAfterTheOtherFailsFewListsAndGetsNoneWrong() throws Exception {
        List<Asker> instances = new ArrayList<>(instances(Map.of("standby.replicas", "1", "http.stale.reads", "true")));
        Map<String, String> lists = agreed(instances);

        try (Load load = new Load(instances, lists)) {
            for (int i = 0; i < instances.size(); i++) {
                load.awaitAnswers(200, DEADLINE);
                load.killed(instances.get(i)); // a load balancer takes it out before
                List<Asker> others = new ArrayList<>(instances);
                others.remove(i);
                instances.set(i, restart(i, others));
                load.started(instances.get(i));
            }
            assertThat(agreed(instances)).isEqualTo(lists);
            load.assertAnswersAllFromNowOn(300, DEADLINE);

            assertThat(load.wrong()).isEmpty();
            assertThat(load.unavailable()).isLessThan(load.answers() / 10);
        }
    }
}
