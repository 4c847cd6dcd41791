package dev.kindred.topology;

import static dev.kindred.testing.Streams.START_MS;
import static dev.kindred.testing.Streams.click;
import static dev.kindred.topology.TestStream.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.expression.ItemFilter;
import dev.kindred.model.Item;
import dev.kindred.model.Recommendations;
import dev.kindred.model.RecommendedItem;
import dev.kindred.model.Strategy;
import dev.kindred.model.UserAttributes;
import dev.kindred.scenario.DiversitySettings;
import dev.kindred.scenario.Excludes;
import dev.kindred.scenario.Scenario;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Beside the list of every user, a record carries one for each scenario that wants it. */
final class PublishedScenariosTest {

    private final TestStream stream = new TestStream(
            TestStream.publishing(scenario("home", Strategy.USER_BASED), scenario("shelf", Strategy.CONTENT_BASED)));

    @AfterEach
    void close() {
        stream.close();
    }

    private static List<String> ids(Recommendations list, String scenario) {
        return list.scenarios().getOrDefault(scenario, List.of()).stream()
                .map(RecommendedItem::itemId)
                .toList();
    }

    @Test
    void areOfTheScenariosInTheirOrder() {
        for (String user : List.of("ann", "bob", "cal")) {
            stream.send(click(user, "tea", START_MS));
            stream.send(click(user, "cup", START_MS + 1));
        }
        stream.items.pipeInput("tea", Item.of("tea", "green leaf", List.of()));
        stream.items.pipeInput("new", Item.of("new", "green tin", List.of()));
        stream.recommendations.readValuesToList();

        stream.send(click("dan", "tea", START_MS + 2));

        Recommendations list = stream.recommendations.readValue();
        assertThat(list.scenarios().keySet()).containsExactly("home", "shelf");
        assertThat(ids(list, "home")).containsExactly("cup");
        assertThat(ids(list, "shelf")).containsExactly("new"); // nobody has it yet
        assertThat(list.items()).extracting(RecommendedItem::itemId).contains("cup");
    }

    @Test
    void needTheirConsent() {
        Scenario home = scenario("home", Strategy.POPULAR);
        Scenario mail = new Scenario(
                        "mail",
                        5,
                        Map.of(Strategy.POPULAR, 1.0),
                        ItemFilter.everything(),
                        Excludes.USUAL,
                        List.of(),
                        DiversitySettings.NONE,
                        0,
                        true,
                        false)
                .needing("email");
        try (TestStream other = new TestStream(TestStream.publishing(home, mail))) {
            other.send(click("ann", "tea", START_MS));
            other.users.pipeInput(
                    "ann", new UserAttributes("ann", Map.of(), Map.of("email", true), START_MS), START_MS);
            other.send(click("ann", "cup", START_MS + 1));
            other.users.pipeInput(
                    "ann", new UserAttributes("ann", Map.of(), Map.of("email", false), START_MS), START_MS);
            other.send(click("ann", "pot", START_MS + 2));

            assertThat(other.recommendations.readValuesToList())
                    .extracting(list -> String.join(" ", list.scenarios().keySet()))
                    .containsExactly("home", "home mail", "home");
        }
    }

    @Test
    void dropItemsThatLeaveTheCatalog() {
        stream.items.pipeInput("tea", Item.of("tea", "green leaf", List.of()));
        stream.items.pipeInput("new", Item.of("new", "green tin", List.of()));
        stream.items.pipeInput("new", (Item) null);

        stream.send(click("dan", "tea", START_MS));

        Recommendations list = stream.recommendations.readValue();
        assertThat(list.scenarios()).containsKey("shelf");
        assertThat(ids(list, "shelf")).isEmpty();
    }
}
