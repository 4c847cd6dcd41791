package dev.kindred.laws;

import static dev.kindred.testing.Streams.START_MS;
import static dev.kindred.testing.Streams.click;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.app.KindredApp;
import dev.kindred.app.Topologies;
import dev.kindred.model.Interaction;
import dev.kindred.model.Item;
import dev.kindred.model.RecommendedItem;
import dev.kindred.query.ScenarioQuestion;
import dev.kindred.recommend.RecommendSettings;
import dev.kindred.scenario.Excludes;
import dev.kindred.scenario.Scenario;
import dev.kindred.testing.Deployment;
import dev.kindred.testing.Wait;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Moves a running shop from no registry to one: it keeps its model, catalog and lists, and goes on. */
public final class RegistryMove {

    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final List<Interaction> EVENTS = List.of(
            click("ann", "tea", START_MS),
            click("ann", "cup", START_MS + 1),
            click("ben", "tea", START_MS + 2),
            click("ben", "pot", START_MS + 3));

    private static final Scenario DEFAULT =
            new RecommendSettings(3, Excludes.of(List.of("current", "seen")), 0).defaultScenario();

    private RegistryMove() {}

    /** Runs the shop before and after the move, on topics of its own. */
    public static void check(Deployment deployment, String registryUrl) throws Exception {
        List<String> before;
        try (KindredApp app = deployment.start("before")) {
            Deployment.awaitRunning(app);
            deployment.send(EVENTS);
            putItem(deployment, "tea", "Green tea");
            Wait.until(
                    DEADLINE,
                    "the cells and the item",
                    () -> app.status().matrix().cells() == 4 && app.status().catalog() == 1);
            before = list(app, "ben");
        }
        assertThat(before).contains("cup");

        deployment.set("schema.registry.url", registryUrl);

        try (KindredApp app = deployment.start("after")) {
            Deployment.awaitRunning(app);
            assertThat(app.status().matrix().cells()).isEqualTo(4);
            assertThat(app.queries().item("tea").title()).isEqualTo("Green tea");
            assertThat(list(app, "ben")).isEqualTo(before);

            deployment.send(List.of(click("cem", "tea", START_MS + 4)));
            putItem(deployment, "cup", "Cup");

            Wait.until(
                    DEADLINE,
                    "the next cell and item",
                    () -> app.status().matrix().cells() == 5 && app.status().catalog() == 2);
        }
        try (KindredApp again = deployment.start("again")) { // reads records of both times
            Deployment.awaitRunning(again);
            assertThat(again.status().matrix().cells()).isEqualTo(5);
            assertThat(again.status().catalog()).isEqualTo(2);
        }
    }

    private static List<String> list(KindredApp app, String user) {
        return app
                .queries()
                .recommendations(user, new ScenarioQuestion(DEFAULT, Set.of(), 0, START_MS))
                .items()
                .stream()
                .map(RecommendedItem::itemId)
                .toList();
    }

    private static void putItem(Deployment deployment, String id, String title) throws Exception {
        var serializer = Topologies.serdes(deployment.config()).itemSerializer();
        try (var producer =
                new KafkaProducer<>(deployment.config().clientProperties(), new StringSerializer(), serializer)) {
            producer.send(new ProducerRecord<>(deployment.config().topics().items(), id, Item.of(id, title, List.of())))
                    .get();
        }
    }
}
