package dev.kindred.laws;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.admin.Connection;
import dev.kindred.app.Topologies;
import dev.kindred.cli.Shell;
import dev.kindred.config.KindredConfig;
import dev.kindred.feed.Feed;
import dev.kindred.feed.KafkaSink;
import dev.kindred.lab.embedded.EmbeddedKafka;
import dev.kindred.model.ErasureRequest;
import dev.kindred.model.Interaction;
import dev.kindred.model.Merge;
import dev.kindred.model.UserAttributes;
import dev.kindred.model.UserChange;
import dev.kindred.testing.ChildProcess;
import dev.kindred.testing.Deployment;
import dev.kindred.testing.SharedKafka;
import dev.kindred.testing.TopicTail;
import dev.kindred.testing.Wait;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * With pseudonyms, no place of a whole run has an id of the shop, except the topics that the shop itself writes: events,
 * merges, erasures and users. What comes over HTTP or by replay is under pseudonyms there, too.
 */
@Timeout(180)
@ExtendWith(SharedKafka.class)
final class PseudonymsIT {

    private static final String WRITTEN = "customer-08"; // in ids that the shop writes to topics
    private static final String SENT = "visitor-08"; // in ids that come over HTTP
    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final Pattern ADDRESS = Pattern.compile("Listening on (http://\\S+)");
    private static final Pattern NEXT = Pattern.compile("\"next\":\"([^\"]+)\"");

    private final HttpClient client = HttpClient.newHttpClient();
    private final EmbeddedKafka kafka;
    private final Path directory;

    PseudonymsIT(EmbeddedKafka kafka, @TempDir Path directory) {
        this.kafka = kafka;
        this.directory = directory;
    }

    private Deployment deployment() throws IOException {
        Path key = Files.writeString(
                directory.resolve("pseudonym.key"),
                Base64.getEncoder().encodeToString("k".repeat(32).getBytes(UTF_8)));
        Path segments = Files.writeString(
                directory.resolve("segments.yaml"), "segments:\n  everybody:\n    when: events >= 1\n");
        Map<String, String> settings = new HashMap<>(Events.UNCAPPED);
        settings.put("privacy.pseudonym.key.file", key.toString());
        settings.put("segments.file", segments.toString());
        settings.put("profile.publish.interval.ms", "1");
        settings.put("topics.partitions", "2");
        settings.put("http.enabled", "true");
        settings.put("http.port", "0");
        Deployment deployment = new Deployment(kafka, directory, settings);
        deployment.createTopics();
        return deployment;
    }

    private static List<Interaction> events() {
        List<Interaction> events = new ArrayList<>();
        for (Interaction event : Events.of(new SplittableRandom(5), 200, 10, 20)) {
            events.add(new Interaction(
                    event.eventId(),
                    WRITTEN + event.userId(),
                    event.itemId(),
                    event.type(),
                    event.timestampMs(),
                    event.strength()));
        }
        return events;
    }

    /** As a program of the shop would, which knows nothing of pseudonyms. */
    private static <T> void write(Deployment deployment, Feed<T, ?> feed, List<T> records) {
        KindredConfig config = deployment.config();
        try (var sink =
                new KafkaSink<>(config.feedSettings(), feed.topic(config.topics(), Topologies.serdes(config)))) {
            sink.send(records);
        }
    }

    private void writeByTopic(Deployment deployment, URI base) {
        List<Interaction> events = events();
        write(deployment, Feed.EVENTS, events);
        String merged = WRITTEN + "user-2";
        long count =
                events.stream().filter(event -> event.userId().equals(merged)).count();
        Wait.until( // an event that comes after the merge of its user begins a new vector
                DEADLINE,
                "all events of a user",
                () -> profile(base, merged)
                        .filter(answer -> answer.body().contains("\"events\":" + count + ","))
                        .isPresent());
        write(
                deployment,
                Feed.USERS,
                List.of(UserChange.put(new UserAttributes(WRITTEN + "user-1", Map.of("country", "FR"), Map.of(), 1))));
        write(deployment, Feed.MERGES, List.of(new Merge(WRITTEN + "user-2", WRITTEN + "user-3", 0)));
        write(deployment, Feed.ERASURES, List.of(new ErasureRequest("of-4", WRITTEN + "user-4", 0, "asked")));
        try (var producer = new KafkaProducer<byte[], byte[]>(
                deployment.config().clientProperties(), new ByteArraySerializer(), new ByteArraySerializer())) {
            byte[] key = (WRITTEN + "user-5").getBytes(UTF_8);
            for (String bad : List.of("no event of " + WRITTEN, "{\"userId\":\"" + WRITTEN + "\",\"type\":\"none\"}")) {
                var unused = producer.send(
                        new ProducerRecord<>(deployment.config().topics().events(), key, bad.getBytes(UTF_8)));
            }
        }
    }

    private String ask(URI base, String method, String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(base.resolve(path))
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode())
                .as(method + " " + path + " " + answer.body())
                .isBetween(200, 204);
        return answer.body();
    }

    private void sendOverHttp(URI base) throws IOException, InterruptedException {
        long nowMs = System.currentTimeMillis();
        for (int i = 1; i <= 4; i++) {
            ask(
                    base,
                    "POST",
                    "/v1/events",
                    "{\"userId\":\"%s-%d\",\"itemId\":\"item-1\",\"type\":\"CLICK\",\"timestampMs\":%d}"
                            .formatted(SENT, i, nowMs));
        }
        Wait.until(
                DEADLINE,
                "the profiles of all visitors",
                () -> Stream.of(1, 2, 3, 4).allMatch(i -> isAnswered(base, SENT + "-" + i, 200)));
        ask(base, "PUT", "/v1/users/" + SENT + "-1/attributes", "{\"attributes\":{\"country\":\"FR\"}}");
        ask(base, "POST", "/v1/users/" + SENT + "-1/merge", "{\"from\":\"" + SENT + "-2\"}");
        ask(base, "DELETE", "/v1/users/" + SENT + "-3", "");
        Wait.until(
                DEADLINE,
                "merge and erasure",
                () -> isAnswered(base, SENT + "-2", 404) && isAnswered(base, SENT + "-3", 404));
    }

    private Optional<HttpResponse<String>> profile(URI base, String userId) {
        try {
            return Optional.of(client.send(
                    HttpRequest.newBuilder(base.resolve("/v1/users/" + userId + "/profile"))
                            .build(),
                    BodyHandlers.ofString()));
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private boolean isAnswered(URI base, String userId, int status) {
        return profile(base, userId)
                .filter(answer -> answer.statusCode() == status)
                .isPresent();
    }

    /** The pages of a segment and the cursors, decoded. */
    private String members(URI base) throws IOException, InterruptedException {
        StringBuilder pages = new StringBuilder();
        String cursor = "";
        do {
            String page = ask(base, "GET", "/v1/segments/everybody/users?limit=3" + cursor, "");
            Matcher next = NEXT.matcher(page);
            boolean hasNext = next.find();
            cursor = hasNext ? "&cursor=" + next.group(1) : "";
            pages.append(page);
            if (hasNext) {
                pages.append(new String(Base64.getUrlDecoder().decode(next.group(1)), ISO_8859_1));
            }
        } while (!cursor.isEmpty());
        return pages.toString();
    }

    @Test
    void noPlaceHasAnIdOfTheShop() throws Exception {
        Deployment deployment = deployment();
        Map<String, String> places = new TreeMap<>();
        try (ChildProcess process = deployment.startProcess("only")) {
            URI base = URI.create(process.awaitPrinted(ADDRESS, DEADLINE));
            process.awaitRunning(DEADLINE);
            writeByTopic(deployment, base);
            sendOverHttp(base);
            Wait.until(
                    DEADLINE,
                    "the erasure and the merge of the topics",
                    () -> isAnswered(base, WRITTEN + "user-4", 404)
                            && isAnswered(base, WRITTEN + "user-2", 404)
                            && isAnswered(base, WRITTEN + "user-3", 200));

            String batch = ask(
                    base,
                    "POST",
                    "/v1/recommendations/batch",
                    "{\"userIds\":[\"" + SENT + "-1\",\"" + WRITTEN + "user-3\"]}");
            assertThat(batch).contains("\"" + SENT + "-1\"").contains("\"" + WRITTEN + "user-3\""); // the caller's own
            places.put("members and cursors", members(base));
            places.put("metrics", ask(base, "GET", "/metrics", ""));
            places.put("status", ask(base, "GET", "/v1/status", ""));
            Path export = directory.resolve("everybody.jsonl");
            assertThat(new Shell()
                            .run(
                                    "export",
                                    "--segment=everybody",
                                    "--scenario=default",
                                    "--url=" + base,
                                    "--output=" + export))
                    .isZero();
            places.put("export", Files.readString(export));
            process.terminate();
            process.awaitExit(DEADLINE);
            places.put("log", process.output());
        }
        addFiles(deployment.config("only").applicationStateDir(), places);
        addTopics(deployment, places);

        List<String> inputs = Stream.of(
                        deployment.config().topics().events(),
                        deployment.config().topics().merges(),
                        deployment.config().topics().erasures(),
                        deployment.config().topics().users())
                .map(topic -> "topic " + topic)
                .toList();
        places.forEach((place, content) -> {
            assertThat(content.contains(SENT)).as(SENT + " in " + place).isFalse();
            assertThat(content.contains(WRITTEN))
                    .as(WRITTEN + " in " + place)
                    .isEqualTo(inputs.contains(place)); // and the search finds ids where there are some
        });
        String pseudonym = deployment.config().pseudonyms().of(WRITTEN + "user-3");
        assertThat(places)
                .hasEntrySatisfying("export", lines -> assertThat(lines).contains(pseudonym));
        assertThat(places.entrySet())
                .filteredOn(place -> place.getKey().contains("user-vectors"))
                .anyMatch(place ->
                        place.getKey().startsWith("file") && place.getValue().contains(pseudonym))
                .anyMatch(place ->
                        place.getKey().startsWith("topic") && place.getValue().contains(pseudonym));
    }

    private static void addFiles(Path stateDirectory, Map<String, String> places) throws IOException {
        try (Stream<Path> files = Files.walk(stateDirectory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                places.put("file " + file, Files.readString(file, ISO_8859_1));
            }
        }
    }

    private static void addTopics(Deployment deployment, Map<String, String> places) throws Exception {
        String name = deployment.config().applicationId();
        try (Admin admin = Connection.open(deployment.config().clientProperties())) {
            for (String topic : admin.listTopics().names().get()) {
                if (topic.startsWith(name)) {
                    try (var tail = new TopicTail<>(
                            deployment.config(), topic, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
                        StringBuilder content = new StringBuilder();
                        tail.readToEnd()
                                .records()
                                .forEach(record -> Stream.concat(
                                                Stream.of(record.key(), record.value())
                                                        .filter(Objects::nonNull),
                                                Stream.of(record.headers().toArray())
                                                        .map(header -> header.value()))
                                        .forEach(part -> content.append(new String(part, ISO_8859_1))
                                                .append('\n')));
                        places.put("topic " + topic, content.toString());
                    }
                }
            }
        }
    }
}
