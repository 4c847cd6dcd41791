package dev.kindred.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.app.AppDiedException;
import dev.kindred.app.KindredApp;
import dev.kindred.config.KindredConfig;
import dev.kindred.model.Interaction;
import dev.kindred.testing.GuardedKafka;
import dev.kindred.testing.Streams;
import dev.kindred.testing.TopicTail;
import dev.kindred.testing.Wait;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * An instance works with a cluster that demands TLS, a password and rights, and has the rights of {@link AccessRights} and
 * no others; and without one of them it says which.
 */
@Timeout(180)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AccessRightsIT {

    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private final Path directory;
    private final GuardedKafka kafka;

    AccessRightsIT(@TempDir Path directory) throws Exception {
        this.directory = directory;
        this.kafka = new GuardedKafka(directory);
    }

    @AfterAll
    void stop() {
        kafka.close();
    }

    /** The settings of one application, for the operator or for the instances, who are a user of the same name. */
    private KindredConfig config(String application, Map<String, String> client) {
        Map<String, String> settings = new HashMap<>(client);
        settings.put("application.id", application);
        settings.put("topics.prefix", application + ".");
        settings.put("topics.partitions", "2");
        settings.put("state.dir", directory.resolve(application).toString());
        settings.put("similar.items.publish.interval.ms", "1000");
        settings.put("profile.publish.interval.ms", "1000");
        settings.put("http.port", "0");
        return KindredConfig.of(settings);
    }

    private KindredConfig operatorOf(String application) {
        return config(application, kafka.operator());
    }

    private KindredConfig instanceOf(String application) {
        return config(application, kafka.user(application));
    }

    private void createTopics(String application) {
        KindredConfig config = operatorOf(application);
        assertThat(new TopicAdmin(kafka.admin(), config.topics(), config.topicSettings())
                        .createMissing()
                        .isReady())
                .isTrue();
    }

    private List<AclBinding> rights(String application) {
        return new AccessRights(operatorOf(application).topics(), application).bindings("User:" + application);
    }

    private void grant(Collection<AclBinding> rights) throws Exception {
        kafka.admin().createAcls(rights).all().get();
    }

    private void take(AclBinding right) throws Exception {
        kafka.admin().deleteAcls(List.of(right.toFilter())).all().get();
    }

    private static boolean isAbout(AclBinding right, ResourceType type, String suffix, AclOperation operation) {
        return right.pattern().resourceType() == type
                && right.pattern().name().endsWith(suffix)
                && right.entry().operation() == operation;
    }

    private static void post(KindredApp app, String path, String json) throws IOException, InterruptedException {
        URI address = app.address().orElseThrow().resolve(path);
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build();
        var response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isIn(200, 202, 204);
    }

    private static String json(List<Interaction> events) {
        return events.stream()
                .map(event -> "{\"userId\":\"%s\",\"itemId\":\"%s\",\"type\":\"PURCHASE\"}"
                        .formatted(event.userId(), event.itemId()))
                .collect(Collectors.joining(",", "{\"events\":[", "]}"));
    }

    @Test
    void theRightsAreEnoughForAllThatAnInstanceDoes() throws Exception {
        String application = "works";
        kafka.addUser(application);
        createTopics(application);
        grant(rights(application));
        List<Interaction> events = Streams.random(new SplittableRandom(1), 300, 20, 10);

        try (KindredApp app = KindredApp.start(instanceOf(application))) {
            Wait.until(DEADLINE, "a running stream", app::isRunning);
            post(app, "/v1/events", json(events));
            post(app, "/v1/items", "{\"items\":[{\"itemId\":\"tent\",\"title\":\"A tent\"}]}");
            post(app, "/v1/users/" + events.get(0).userId() + "/merge", "{\"from\":\"stranger\"}");

            KindredConfig operator = operatorOf(application);
            for (String topic : List.of(
                    operator.topics().affinities(),
                    operator.topics().recommendations(),
                    operator.topics().similarItems(),
                    operator.topics().userProfiles())) {
                try (var tail = new TopicTail<>(operator, topic, new StringDeserializer(), new StringDeserializer())) {
                    tail.awaitCount(topic.equals(operator.topics().recommendations()) ? events.size() : 1, DEADLINE);
                }
            }
        }
    }

    @Test
    void saysAtTheStartWhichRightIsMissing() throws Exception {
        String application = "starts";
        kafka.addUser(application);
        createTopics(application);
        grant(rights(application).stream()
                .filter(right -> !isAbout(right, ResourceType.TOPIC, ".events", AclOperation.READ))
                .filter(right -> !right.pattern().name().endsWith(".users"))
                .toList());

        assertThatThrownBy(() -> KindredApp.start(instanceOf(application)))
                .isInstanceOf(AdminException.class)
                .hasMessage("Kafka does not allow User:starts: Read on topic starts.events, Read on topic starts.users,"
                        + " Write on topic starts.users, Describe on topic starts.users, DescribeConfigs on topic"
                        + " starts.users; 'kindred topics acls' prints the rights to grant");
    }

    @Test
    void saysThatItMayNotCreateTopics() throws Exception {
        String application = "creates";
        kafka.addUser(application);
        grant(rights(application));

        assertThatThrownBy(() -> KindredApp.start(instanceOf(application)))
                .isInstanceOf(AdminException.class)
                .hasMessage("Kafka does not allow User:creates: Create on topic creates.events; run 'kindred topics"
                        + " create' as a principal that may create topics");
    }

    @Test
    void saysWhyItEndsWhenARightIsTakenAway() throws Exception {
        String application = "ends";
        kafka.addUser(application);
        createTopics(application);
        grant(rights(application));
        AclBinding write = rights(application).stream()
                .filter(right -> isAbout(right, ResourceType.TOPIC, ".recommendations", AclOperation.WRITE))
                .findFirst()
                .orElseThrow();

        try (KindredApp app = KindredApp.start(instanceOf(application))) {
            Wait.until(DEADLINE, "a running stream", app::isRunning);
            take(write);
            post(app, "/v1/events", json(Streams.random(new SplittableRandom(2), 10, 2, 5)));

            assertThatThrownBy(() -> app.awaitEnd(DEADLINE))
                    .isInstanceOf(AppDiedException.class)
                    .hasMessageContaining("Kafka does not allow User:ends:")
                    .hasMessageContaining("Write")
                    .hasMessageContaining("on topic ends.recommendations; 'kindred topics acls'");
        }
    }

    @Test
    void saysThatTheGroupIsNotAllowed() throws Exception {
        String application = "joins";
        kafka.addUser(application);
        createTopics(application);
        grant(rights(application).stream()
                .filter(right -> right.pattern().resourceType() != ResourceType.GROUP)
                .toList());

        try (KindredApp app = KindredApp.start(instanceOf(application))) {

            assertThatThrownBy(() -> app.awaitEnd(DEADLINE))
                    .isInstanceOf(AppDiedException.class)
                    .hasMessageContaining(
                            "Kafka does not allow User:joins: Read on group joins; 'kindred topics acls'");
        }
    }

    @Test
    void noRightIsWiderThanTheApplication() {
        Set<String> names =
                rights("narrow").stream().map(right -> right.pattern().name()).collect(Collectors.toSet());

        assertThat(names)
                .allMatch(name -> name.startsWith("narrow.") || name.startsWith("narrow-") || name.equals("narrow"))
                .contains("narrow", "narrow-", "narrow.events", "narrow-user-vectors-changelog");
    }
}
