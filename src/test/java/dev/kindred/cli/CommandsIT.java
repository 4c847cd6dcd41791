package dev.kindred.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.feedback.ListIds;
import dev.kindred.feedback.ListOrigin;
import dev.kindred.lab.embedded.EmbeddedKafka;
import dev.kindred.model.ErasureReceipt;
import dev.kindred.model.ErasureRequest;
import dev.kindred.model.KeyedHash;
import dev.kindred.serde.AvroSerdes;
import dev.kindred.serde.SerdeSettings;
import dev.kindred.testing.SharedKafka;
import dev.kindred.testing.Wait;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A person's first hour, against a real broker. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(SharedKafka.class)
final class CommandsIT {

    private final EmbeddedKafka broker;
    private final Path directory;

    CommandsIT(EmbeddedKafka broker, @TempDir Path directory) {
        this.broker = broker;
        this.directory = directory;
    }

    @Test
    void createsTopicsOnceAndReportsIt() {
        var first = new Shell();
        var second = new Shell();

        assertThat(first.run(with("first-", "topics", "create"))).isZero();
        assertThat(second.run(with("first-", "topics", "create"))).isZero();

        assertThat(first.out()).hasLineCount(12).contains("created first-events\n", "created first-dead-letters\n");
        assertThat(second.out()).hasLineCount(12).contains("exists: first-affinities\n");
    }

    @Test
    void printsDeadLettersUpToTheEnd() throws Exception {
        new Shell().run(with("letters-", "topics", "create"));
        produce("letters-dead-letters", "alice", "hi");
        produce("letters-dead-letters", "bob", "ho");
        var shell = new Shell();

        int status = shell.run(
                with("letters-", "consume", "dead-letters", "--from-beginning", "--until-end", "--user", "alice"));

        assertThat(status).isZero();
        assertThat(shell.out()).hasLineCount(1).contains("\"key\":\"alice\",\"value\":\"aGk=\",\"preview\":\"hi\"");
    }

    @Test
    void resetsOnlyAfterAYes() {
        new Shell().run(with("reset-", "topics", "create"));
        var no = new Shell("n\n");
        var yes = new Shell("y\n");

        assertThat(no.run(with("reset-", "reset"))).isEqualTo(1);
        assertThat(yes.run(with("reset-", "reset", "--outputs"))).isZero();

        assertThat(no.err()).isEqualTo("kindred: nothing was deleted: answer y, or add --yes in a script\n");
        assertThat(yes.out())
                .isEqualToIgnoringNewLines("To be deleted:"
                        + "  all records of topic reset-control"
                        + "  all records of topic reset-affinities"
                        + "  all records of topic reset-recommendations"
                        + "  all records of topic reset-user-profiles"
                        + "  all records of topic reset-similar-items"
                        + "Delete all of this? [y/N] Done.");
    }

    @Test
    void deletesWhatIsLeftOfAFormerApplicationAndNothingElse() throws Exception {
        new Shell().run(with("successor-", "topics", "create"));
        String changelog = "the-former-user-vectors-changelog";
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(changelog, 1, (short) 1)))
                    .all()
                    .get();
            Wait.until(Duration.ofSeconds(30), changelog, () -> exists(admin, changelog));
            Path state = Files.createDirectories(directory.resolve("state").resolve("the-former"));
            Path others = Files.createDirectories(directory.resolve("state").resolve("the-other"));
            var no = new Shell("n\n");
            var yes = new Shell();

            assertThat(no.run(with("successor-", "reset", "--former", "the-former")))
                    .isEqualTo(1);
            assertThat(exists(admin, changelog)).isTrue();
            assertThat(yes.run(with("successor-", "reset", "--former", "the-former", "--yes")))
                    .isZero();

            assertThat(yes.out())
                    .isEqualTo("To be deleted:\n  topic " + changelog + "\n  directory " + state + "\nDone.\n");
            assertThat(no.out()).startsWith("To be deleted:\n  topic " + changelog + "\n  directory " + state + "\n");
            Wait.until(Duration.ofSeconds(30), "its end", () -> !exists(admin, changelog));
            assertThat(state).doesNotExist();
            assertThat(others).exists();
        }
    }

    private static boolean exists(Admin admin, String topic) {
        try {
            return admin.listTopics().names().get().contains(topic);
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError("no topics", e);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "--former kindred, is the present application.id",
        "--former other --outputs, --outputs empties topics of the present application",
        "--former .., application.id=.. (the command line) is not allowed"
    })
    void refusesFormerApplicationsThatAreNone(String options, String problem) {
        var shell = new Shell();

        assertThat(shell.run(with("successor-", ("reset --yes " + options).split(" "))))
                .isEqualTo(2);

        assertThat(shell.err()).contains(problem);
    }

    /** Its cell has a tombstone; its event waits for time. */
    @Test
    void verifiesAnErasure() throws Exception {
        new Shell().run(with("gone-", "topics", "create"));
        String user = KeyedHash.withSecret("a secret of the tests").of("alice");
        ErasureReceipt first = new ErasureReceipt(
                "r-1",
                user,
                System.currentTimeMillis() + 60_000,
                System.currentTimeMillis() + 60_000,
                new ErasureReceipt.Held(1, 1, false),
                "",
                Map.of("gone-events", System.currentTimeMillis() + 600_000),
                ErasureReceipt.Link.first(0));
        send(first);
        produce("gone-events", "alice", "hi");
        produce("gone-events", "bob", "hi");
        produce("gone-recommendations", "alice", "list");
        produce("gone-recommendations", "alice", null);
        var gone = new Shell();
        var back = new Shell();
        String[] verify = {
            "privacy", "verify", "--receipt", "r-1", "--set", "privacy.secret=a secret of the tests", "--user", "alice"
        };

        int status = gone.run(with("gone-", verify));
        assertThat(gone.err() + gone.out()).doesNotContain("kindred:");
        assertThat(status).isZero();
        produce("gone-recommendations", "alice", "list");
        assertThat(back.run(with("gone-", verify))).isEqualTo(1);

        assertThat(gone.out())
                .contains("gone-events-", ": gone by ", ": waits for the log cleaner")
                .endsWith("the chain of 1 receipts is whole\nnothing is overdue\n")
                .doesNotContain("alice");
        assertThat(back.out()).contains("OVERDUE: no later record removes it").endsWith("the user is NOT gone\n");
    }

    private void send(ErasureReceipt receipt) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers()),
                new StringSerializer(),
                new AvroSerdes(SerdeSettings.bundled()).receiptSerializer())) {
            producer.send(new ProducerRecord<>("gone-erasure-receipts", 0, receipt.requestId(), receipt))
                    .get();
        }
    }

    /** The events of a shopper who was erased since are left out. */
    @Test
    void exportsExamplesFromTheTopics() throws Exception {
        new Shell().run(with("learn-", "topics", "create"));
        long nowMs = System.currentTimeMillis();
        for (String user : List.of("bob", "cal", "eve")) {
            for (String item : List.of("tent", "pad", "cup")) {
                produce("learn-events", user, event(user, item, nowMs, ""));
            }
        }
        String list = new ListIds(KeyedHash.withSecret("a secret of the tests"))
                .make(new ListOrigin(nowMs, "home", Optional.of("b"), OptionalDouble.of(0.25), List.of()), 1);
        produce("learn-events", "ann", event("ann", "tent", nowMs, ""));
        produce("learn-events", "ann", "{\"userId\":\"ann\",\"listId\":\"" + list + "\",\"shown\":[\"pad\",\"cup\"]}");
        produce("learn-events", "ann", event("ann", "cup", nowMs, ",\"listId\":\"" + list + "\""));
        send(new ErasureRequest("r-1", "eve", nowMs, ""));
        Path shown = directory.resolve("shown.csv");
        Path next = directory.resolve("next.csv.gz");
        String[] export = {
            "export",
            "examples",
            "--set",
            "feedback.enabled=true",
            "--set",
            "privacy.secret=a secret of the tests",
            "--set",
            "privacy.minimum.support=1",
            "--output"
        };

        var first = new Shell();
        assertThat(first.run(with("learn-", and(export, shown.toString()))))
                .as(first.err())
                .isZero();
        var second = new Shell();
        assertThat(second.run(with("learn-", and(export, next.toString(), "--labels", "next"))))
                .isZero();

        assertThat(Files.readAllLines(shown))
                .hasSize(3)
                .satisfies(rows -> assertThat(rows.get(1)).startsWith("1," + nowMs + ",0,0.25,1,"))
                .satisfies(rows -> assertThat(rows.get(2)).startsWith("1," + nowMs + ",1,0.25,1,"));
        assertThat(second.err()).contains("lists from 10 events");
        assertThat(next).isNotEmptyFile();
    }

    private static String event(String user, String item, long timeMs, String more) {
        return "{\"userId\":\"%s\",\"itemId\":\"%s\",\"type\":\"CLICK\",\"timestampMs\":%d%s}"
                .formatted(user, item, timeMs, more);
    }

    private static String[] and(String[] command, String... more) {
        return Stream.concat(Stream.of(command), Stream.of(more)).toArray(String[]::new);
    }

    private void send(ErasureRequest request) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers()),
                new StringSerializer(),
                new AvroSerdes(SerdeSettings.bundled()).erasureSerializer())) {
            producer.send(new ProducerRecord<>("learn-erasures", request.userId(), request))
                    .get();
        }
    }

    @ParameterizedTest
    @CsvSource({"replay FILE, nowhere-events", "items import FILE, nowhere-items", "items delete tea, nowhere-items"})
    void tellsAtOnceWhichTopicIsMissing(String command, String topic) throws Exception {
        Path file = Files.writeString(directory.resolve("any.csv"), "user_id,item_id,event_type,timestamp\n");
        var shell = new Shell();

        int status = shell.run(
                with("nowhere-", command.replace("FILE", file.toString()).split(" ")));

        assertThat(status).isEqualTo(1);
        assertThat(shell.err())
                .isEqualTo("kindred: there is no topic " + topic + ": create it with 'kindred topics create'\n");
    }

    @Test
    void failsIfNothingOrTooLittleWasAccepted() throws Exception {
        new Shell().run(with("status-", "topics", "create"));
        String good = "{\"userId\":\"u\",\"itemId\":\"i\",\"type\":\"CLICK\",\"timestampMs\":1700000000000}\n";
        Path events = Files.writeString(directory.resolve("e.jsonl"), good + "{}\n{}\n");
        Path items = Files.writeString(directory.resolve("i.csv"), "item_id,title\nNULL,tea\n");

        var strict = new Shell();
        assertThat(strict.run(with("status-", "replay", events.toString()))).isEqualTo(1);
        assertThat(strict.out())
                .startsWith("sent 1 events, rejected 2 lines\n")
                .endsWith("failed: 67% of the lines were rejected, more than --max-rejected 0.5\n");
        assertThat(new Shell().run(with("status-", "replay", events.toString(), "--max-rejected", "0.7")))
                .isZero();
        var nothing = new Shell();
        assertThat(nothing.run(with("status-", "items", "import", items.toString())))
                .isEqualTo(1);
        assertThat(nothing.out()).startsWith("sent 0 items, rejected 1 lines\n").endsWith("no line was accepted\n");
    }

    private String[] with(String prefix, String... command) {
        List<String> args = new ArrayList<>(List.of(command));
        args.addAll(List.of("--set", "bootstrap.servers=" + broker.bootstrapServers()));
        args.addAll(List.of("--set", "topics.prefix=" + prefix));
        args.addAll(List.of("--set", "topics.partitions=2"));
        args.addAll(List.of("--set", "state.dir=" + directory.resolve("state")));
        return args.toArray(String[]::new);
    }

    private void produce(String topic, String key, @Nullable String value) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers()),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, key, value)).get();
        }
    }
}
