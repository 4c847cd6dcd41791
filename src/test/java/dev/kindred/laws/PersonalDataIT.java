package dev.kindred.laws;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kindred.admin.Connection;
import dev.kindred.app.Topologies;
import dev.kindred.cli.Shell;
import dev.kindred.feed.Feed;
import dev.kindred.feed.KafkaSink;
import dev.kindred.lab.embedded.EmbeddedKafka;
import dev.kindred.lab.embedded.EmbeddedKafkaSettings;
import dev.kindred.model.ErasureRequest;
import dev.kindred.model.Interaction;
import dev.kindred.model.Merge;
import dev.kindred.model.UserAttributes;
import dev.kindred.model.UserChange;
import dev.kindred.testing.ChildProcess;
import dev.kindred.testing.Deployment;
import dev.kindred.testing.TopicTail;
import dev.kindred.testing.Wait;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Without pseudonyms: no line of the log and no metric has an id of a user; an export finds every topic that has one; and
 * after an erasure, the files of brokers and stores have none, once they are cleaned. It takes a broker of its own, whose
 * log cleaner does in a second what takes others hours.
 */
@Timeout(240)
final class PersonalDataIT {

    private static final String LEAVER = "customer-0815-"; // in ids of people who are erased
    private static final String OTHER = "neighbor-4711-"; // in ids of people who stay
    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final Pattern ADDRESS = Pattern.compile("Listening on (http://\\S+)");
    private static final int LEAVERS = 6;
    private static final String CLICK = "{\"userId\":\"%s\",\"itemId\":\"item-1\",\"type\":\"%s\"%s}";
    private static final Map<String, String> QUICK_CLEANER = Map.of(
            "log.cleaner.backoff.ms", "100",
            "log.initial.task.delay.ms", "100",
            "log.retention.check.interval.ms", "300",
            "log.segment.delete.delay.ms", "0");
    private static final Map<String, String> QUICKLY_CLEANED = Map.of(
            "segment.ms", "200",
            "file.delete.delay.ms", "0",
            "delete.retention.ms", "0",
            "min.cleanable.dirty.ratio", "0.001",
            "max.compaction.lag.ms", "200");

    private final HttpClient client = HttpClient.newHttpClient();
    private final Path directory;
    private URI base = URI.create("http://nobody");

    PersonalDataIT(@TempDir Path directory) {
        this.directory = directory;
    }

    private Deployment deployment(EmbeddedKafka kafka) throws IOException {
        Path segments = Files.writeString(
                directory.resolve("segments.yaml"), "segments:\n  everybody:\n    when: events >= 1\n");
        Map<String, String> settings = new HashMap<>(Events.UNCAPPED);
        settings.put("segments.file", segments.toString());
        settings.put("profile.publish.interval.ms", "1");
        settings.put("feedback.enabled", "true");
        settings.put("privacy.secret", "a secret of the tests");
        settings.put("topics.partitions", "2");
        settings.put("http.enabled", "true");
        settings.put("http.port", "0");
        settings.put("kafka.kindred.rocksdb.rewrite.s", "1");
        Deployment deployment = new Deployment(kafka, directory, settings);
        deployment.createTopics();
        return deployment;
    }

    private static List<Interaction> events(String users) {
        return Events.of(new SplittableRandom(5), 120, LEAVERS, 20).stream()
                .map(event -> new Interaction(
                        event.eventId(),
                        event.userId().replace("user-", users),
                        event.itemId(),
                        event.type(),
                        event.timestampMs(),
                        event.strength()))
                .toList();
    }

    private static <T> void write(Deployment deployment, Feed<T, ?> feed, List<T> records) {
        try (var sink = new KafkaSink<>(
                deployment.config().feedSettings(),
                feed.topic(deployment.config().topics(), Topologies.serdes(deployment.config())))) {
            sink.send(records);
        }
    }

    /** Records of all kinds, good and bad, in all topics that the shop writes. */
    private static void writeByTopic(Deployment deployment, String users) {
        write(deployment, Feed.EVENTS, events(users));
        List<UserChange> attributes = new ArrayList<>();
        List<Merge> merges = new ArrayList<>(List.of(new Merge(users + 0, users + 0, 0)));
        for (int i = 0; i < LEAVERS; i++) {
            attributes.add(
                    UserChange.put(new UserAttributes(users + i, Map.of("city", "Lyon"), Map.of("email", true), 1)));
            merges.add(new Merge(users + "guest-" + i, users + i, 0));
        }
        write(deployment, Feed.USERS, attributes);
        write(deployment, Feed.MERGES, merges);
        write(deployment, Feed.ERASURES, List.of(new ErasureRequest("", users + 0, 0, "no id")));
        try (var producer = new KafkaProducer<byte[], byte[]>(
                deployment.config().clientProperties(), new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < LEAVERS; i++) {
                sendBad(producer, deployment, users + i);
            }
        }
    }

    /** The reasons to reject the first of them quote what they have. */
    private static List<String> badEvents(String user) {
        return List.of(
                CLICK.formatted(user, "none of " + user, ""),
                CLICK.formatted(user, "CLICK", ",\"" + user + "\":1"),
                "{\"userId\":" + user + "}",
                CLICK.formatted(user, "CLICK", ",\"strength\":\"" + user + "\""),
                "no event of " + user,
                CLICK.formatted(user + "\\u0007", "CLICK", ""),
                CLICK.formatted(user.repeat(40), "CLICK", ""));
    }

    /** Before all others, because the log shows no more than five warnings of a kind in a minute. */
    @SuppressWarnings("FutureReturnValueIgnored")
    private static void writeBadEvents(Deployment deployment) {
        try (var producer = new KafkaProducer<byte[], byte[]>(
                        deployment.config().clientProperties(), new ByteArraySerializer(), new ByteArraySerializer());
                var letters = deployment.deadLetters()) {
            List<String> bad = badEvents(LEAVER + 0);
            bad.forEach(value -> producer.send(new ProducerRecord<>(
                    deployment.config().topics().events(), 0, new byte[0], value.getBytes(UTF_8))));
            letters.awaitCount(bad.size(), DEADLINE);
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored")
    private static void sendBad(KafkaProducer<byte[], byte[]> producer, Deployment deployment, String user) {
        String events = deployment.config().topics().events();
        badEvents(user)
                .forEach(value ->
                        producer.send(new ProducerRecord<>(events, user.getBytes(UTF_8), value.getBytes(UTF_8))));
        String rerouted = CLICK.formatted(user, "CLICK", "");
        producer.send(new ProducerRecord<>(events, 0, "a foreign key".getBytes(UTF_8), rerouted.getBytes(UTF_8)));
        producer.send(new ProducerRecord<>(events, 1, "a foreign key".getBytes(UTF_8), rerouted.getBytes(UTF_8)));
        byte[] bad = ("bad " + user).getBytes(UTF_8);
        for (String topic : List.of(
                deployment.config().topics().users(),
                deployment.config().topics().merges(),
                deployment.config().topics().control(),
                deployment.config().topics().erasures())) {
            producer.send(new ProducerRecord<>(topic, ("bad-" + user).getBytes(UTF_8), bad));
        }
    }

    private HttpResponse<String> send(String method, String path, String body) {
        try {
            return client.send(
                    HttpRequest.newBuilder(base.resolve(path))
                            .header("Content-Type", "application/json")
                            .method(method, BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private JsonNode ask(String method, String path, String body) {
        HttpResponse<String> answer = send(method, path, body);
        assertThat(answer.statusCode())
                .as(method + " " + path + " " + answer.body())
                .isBetween(200, 204);
        return json(answer.body());
    }

    private static JsonNode json(String text) {
        try {
            return new JsonMapper().readTree(text.isEmpty() ? "{}" : text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Impressions of a person, and questions that fail. */
    private void sendOverHttp(String users) {
        for (int i = 0; i < LEAVERS; i++) {
            String user = users + i;
            Wait.until(
                    DEADLINE,
                    "the list of a user",
                    () -> send("GET", "/v1/users/" + user + "/recommendations", "")
                                    .statusCode()
                            == 200);
            String listId = ask("GET", "/v1/users/" + user + "/recommendations", "")
                    .path("listId")
                    .asText();
            assertThat(listId).isNotEmpty();
            ask(
                    "POST",
                    "/v1/events",
                    "{\"userId\":\"%s\",\"listId\":\"%s\",\"shown\":[\"item-2\"]}".formatted(user, listId));
            send("POST", "/v1/events", "{\"userId\":\"" + user + "\",\"itemId\":\"\",\"type\":\"CLICK\"}");
            send("GET", "/v1/users/" + user + "/profile?unknown=" + user, "");
            send("GET", "/v1/users/never-" + user + "/neighbors", "");
            send("GET", "/v1/users/" + user + "/nothing", "");
            send("PUT", "/v1/users/" + user + "/attributes", "not JSON of " + user);
            ask("GET", "/v1/users/" + user + "/neighbors", "");
        }
    }

    private void awaitData(String users, String pointer) {
        for (int i = 0; i < LEAVERS; i++) {
            String path = "/v1/users/" + users + i + "/data";
            Wait.until(
                    DEADLINE,
                    pointer + " of a user",
                    () -> !ask("GET", path, "").at(pointer).isMissingNode());
        }
    }

    @Test
    void isFoundByAnExportAndGoneAfterAnErasure() throws Exception {
        Path logs = directory.resolve("broker");
        EmbeddedKafkaSettings settings = new EmbeddedKafkaSettings(Optional.of(logs), 0, QUICK_CLEANER);
        try (EmbeddedKafka kafka = EmbeddedKafka.start(settings)) {
            Deployment deployment = deployment(kafka);
            List<String> log = new ArrayList<>();
            try (ChildProcess process = start(deployment)) {
                writeBadEvents(deployment);
                for (String users : List.of(LEAVER, OTHER)) {
                    writeByTopic(deployment, users);
                    sendOverHttp(users);
                    awaitData(users, "/feedback/lists");
                    awaitData(users, "/attributes/consents");
                }
                awaitProfiles(deployment);
                noMetricNamesAnybody();
                anExportFindsAll(deployment);
                erase();
                cleanQuickly(deployment);
                Wait.until(DEADLINE.multipliedBy(2), "files of brokers without erased users", () -> {
                    refresh(deployment);
                    return filesWith(LEAVER, logs).isEmpty();
                });
                assertThat(filesWith(OTHER, logs)).isNotEmpty(); // the search finds ids where there are some
                log.add(stop(process));
            }
            Path state = deployment.config("only").applicationStateDir();
            for (int restarts = 0; restarts < 5 && !filesWith(LEAVER, state).isEmpty(); restarts++) {
                try (ChildProcess process = start(deployment)) { // a start rewrites files that are a second old
                    log.add(stop(process));
                }
            }
            assertThat(filesWith(LEAVER, state)).isEmpty();
            assertThat(filesWith(OTHER, state)).isNotEmpty();
            assertThat(String.join("", log)).contains("RUNNING", "UNKNOWN_TYPE").doesNotContain(LEAVER, OTHER);
        }
    }

    private ChildProcess start(Deployment deployment) throws IOException {
        ChildProcess process = deployment.startProcess("only");
        base = URI.create(process.awaitPrinted(ADDRESS, DEADLINE));
        process.awaitRunning(DEADLINE);
        return process;
    }

    private static String stop(ChildProcess process) throws InterruptedException {
        process.terminate();
        process.awaitExit(DEADLINE);
        return process.output();
    }

    private static void awaitProfiles(Deployment deployment) {
        try (var profiles = tail(deployment, deployment.config().topics().userProfiles())) {
            profiles.await("the profiles of all", records -> records.size() >= 2 * LEAVERS, DEADLINE);
        }
    }

    private void noMetricNamesAnybody() {
        for (String path : List.of("/metrics", "/v1/status", "/v1/outcomes", "/v1/settings", "/v1/topics")) {
            HttpResponse<String> answer = send("GET", path, "");
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.body()).as(path).doesNotContain(LEAVER, OTHER);
        }
    }

    private void anExportFindsAll(Deployment deployment) throws Exception {
        for (int i = 0; i < LEAVERS; i++) {
            String user = LEAVER + i;
            JsonNode held = export(deployment, user);
            assertThat(held.path("userId").asText()).isEqualTo(user);
            assertThat(held.path("held").asBoolean()).isTrue();
            assertThat(held.at("/profile/items"))
                    .isEqualTo(ask("GET", "/v1/users/" + user + "/profile", "").path("items"));
            Set<String> exported = new TreeSet<>();
            held.path("topics").fieldNames().forEachRemaining(exported::add);
            assertThat(exported).isEqualTo(topicsWith(user, deployment));
            held.path("topics")
                    .forEach(records -> records.forEach(
                            record -> assertThat(record.toString()).contains(user)));
        }
        JsonNode unknown = export(deployment, "nobody");
        assertThat(unknown.path("held").asBoolean()).isFalse();
        assertThat(unknown.path("topics")).isEmpty();
        assertThat(unknown.path("searched").toString())
                .contains(
                        "store user-vectors",
                        "topic " + deployment.config().topics().deadLetters());
    }

    private JsonNode export(Deployment deployment, String user) throws IOException {
        Path file = directory.resolve("held.json");
        Shell shell = new Shell();
        List<String> args = new ArrayList<>(List.of("privacy", "export", "--user=" + user, "--url=" + base));
        args.addAll(List.of("--output=" + file, "--force"));
        Map.of(
                        "bootstrap.servers",
                        deployment.config().bootstrapServers(),
                        "application.id",
                        deployment.config().applicationId(),
                        "topics.prefix",
                        deployment.config().applicationId() + "-",
                        "privacy.secret",
                        "a secret of the tests")
                .forEach((key, value) -> args.addAll(List.of("--set", key + "=" + value)));
        assertThat(shell.run(args.toArray(String[]::new))).as(shell.err()).isZero();
        return json(Files.readString(file));
    }

    /** The topics for which an export is to look, by a search of their bytes. */
    private static Set<String> topicsWith(String user, Deployment deployment) throws Exception {
        Set<String> found = new TreeSet<>();
        Pattern name = Pattern.compile("(?<![0-9A-Za-z_-])" + user + "(?![0-9A-Za-z_-])");
        for (String topic : topics(deployment)) {
            try (var tail = tail(deployment, topic)) {
                boolean isHere = tail.readToEnd().records().stream()
                        .anyMatch(record -> name.matcher(text(record)).find());
                if (isHere && !topic.endsWith("-changelog")) { // the stores tell what changelogs have
                    found.add(topic);
                }
            }
        }
        return found;
    }

    private static String text(ConsumerRecord<byte[], byte[]> record) {
        return Stream.of(record.key(), record.value())
                .map(part -> part == null ? "" : new String(part, ISO_8859_1))
                .collect(Collectors.joining("\n"));
    }

    private static TopicTail<byte[], byte[]> tail(Deployment deployment, String topic) {
        return new TopicTail<>(deployment.config(), topic, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static List<String> topics(Deployment deployment) throws Exception {
        try (Admin admin = Connection.open(deployment.config().clientProperties())) {
            return admin.listTopics().names().get().stream()
                    .filter(topic -> topic.startsWith(deployment.config().applicationId()))
                    .sorted()
                    .toList();
        }
    }

    private void erase() {
        List<String> requests = IntStream.range(0, LEAVERS)
                .boxed()
                .flatMap(i -> Stream.of(LEAVER + i, LEAVER + "guest-" + i, "bad-" + LEAVER + i))
                .map(user ->
                        ask("DELETE", "/v1/users/" + user, "").path("requestId").asText())
                .toList();
        Wait.until(
                DEADLINE,
                "all receipts",
                () -> requests.stream()
                        .allMatch(id -> ask("GET", "/v1/erasures/" + id, "")
                                .path("state")
                                .asText()
                                .equals("done")));
    }

    /** Retention of one second, and compaction at once. */
    private static void cleanQuickly(Deployment deployment) throws Exception {
        try (Admin admin = Connection.open(deployment.config().clientProperties())) {
            List<ConfigResource> topics = topics(deployment).stream()
                    .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic))
                    .toList();
            Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
            for (Map.Entry<ConfigResource, Config> topic :
                    admin.describeConfigs(topics).all().get().entrySet()) {
                List<AlterConfigOp> ops = new ArrayList<>();
                QUICKLY_CLEANED.forEach((key, value) -> ops.add(set(key, value)));
                String cleanup = topic.getValue().get("cleanup.policy").value();
                if (cleanup.equals("delete") && !topic.getKey().name().endsWith("erasure-receipts")) {
                    ops.add(set("retention.ms", "1000"));
                }
                changes.put(topic.getKey(), ops);
            }
            admin.incrementalAlterConfigs(changes).all().get();
        }
    }

    private static AlterConfigOp set(String key, String value) {
        return new AlterConfigOp(new ConfigEntry(key, value), OpType.SET);
    }

    /** Records of those who stay, in every partition, so that brokers close the segments of before. */
    private void refresh(Deployment deployment) {
        writeByTopic(deployment, OTHER);
        for (int i = 0; i < LEAVERS; i++) {
            ask("DELETE", "/v1/users/" + OTHER + "gone-" + i, "");
            ask(
                    "POST",
                    "/v1/events",
                    "{\"userId\":\"%s\",\"scenario\":\"home\",\"shown\":[\"item-%d\"]}"
                            .formatted(OTHER + i, System.nanoTime() % 20));
        }
    }

    private static List<Path> filesWith(String id, Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> hasText(file, id))
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of(directory); // a file went away: look again
        }
    }

    private static boolean hasText(Path file, String text) {
        try {
            return Files.readString(file, ISO_8859_1).contains(text);
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
