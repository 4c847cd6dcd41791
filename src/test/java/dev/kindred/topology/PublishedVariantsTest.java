package dev.kindred.topology;

import static dev.kindred.testing.Streams.START_MS;
import static dev.kindred.testing.Streams.click;
import static dev.kindred.topology.TestStream.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.experiment.Allocation;
import dev.kindred.experiment.Arm;
import dev.kindred.experiment.Experiment;
import dev.kindred.experiment.Experiment.Design;
import dev.kindred.experiment.LiveShares;
import dev.kindred.experiment.Metric;
import dev.kindred.experiment.OutcomeCounts;
import dev.kindred.model.Item;
import dev.kindred.model.ListIdentity;
import dev.kindred.model.Period;
import dev.kindred.model.Recommendations;
import dev.kindred.model.RecommendedItem;
import dev.kindred.model.Strategy;
import dev.kindred.scenario.Plan;
import dev.kindred.scenario.Scenario;
import dev.kindred.scenario.Variants;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A published list is that of the user's variant. */
final class PublishedVariantsTest {

    private static final Instant START = Instant.ofEpochMilli(START_MS);
    private static final Period FIRST_HOUR = new Period(START, START.plus(Duration.ofHours(1)));

    private final LiveShares shares = new LiveShares(OutcomeCounts.NONE);
    private final Scenario home =
            split(scenario("home", Strategy.USER_BASED), scenario("home", Strategy.CONTENT_BASED));
    private final TestStream stream = new TestStream(TestStream.publishing(
            home, scenario("week", Strategy.USER_BASED).planning(new Plan(FIRST_HOUR, List.of(), Optional.empty()))));

    private static Scenario split(Scenario control, Scenario other) {
        Experiment experiment = new Experiment(new Design(
                "salt",
                List.of(new Arm("control", 0.5), new Arm("content", 0.5)),
                FIRST_HOUR,
                Allocation.FIXED,
                Metric.CTR,
                0,
                Duration.ofDays(7)));
        return control.planning(
                new Plan(Period.ALWAYS, List.of(), Optional.of(new Variants(experiment, List.of(other)))));
    }

    @AfterEach
    void close() {
        stream.close();
    }

    private Recommendations listAfterClick(String user, long timeMs) {
        stream.send(click(user, "tea", timeMs));
        return stream.recommendations.readValue();
    }

    @Test
    void isThatOfTheUserWhileTheExperimentRuns() {
        for (String user : List.of("ann", "bob", "cal")) {
            stream.send(click(user, "tea", START_MS));
            stream.send(click(user, "cup", START_MS + 1));
        }
        stream.items.pipeInput("tea", Item.of("tea", "green leaf", List.of()));
        stream.items.pipeInput("new", Item.of("new", "green tin", List.of()));
        stream.recommendations.readValuesToList();
        long afterMs = FIRST_HOUR.end().toEpochMilli();
        Set<String> seen = new HashSet<>();

        for (int user = 0; user < 40; user++) {
            String id = "user-" + user;
            String variant =
                    home.forUser(id, START_MS, shares).choice().orElseThrow().name();
            String expected = variant.equals("control") ? "cup" : "new";

            Recommendations list = listAfterClick(id, START_MS + 2);
            assertThat(list.identity("home"))
                    .isEqualTo(new ListIdentity(Optional.empty(), Optional.of(variant), OptionalDouble.of(0.5)));
            assertThat(list.scenarios().get("home"))
                    .extracting(RecommendedItem::itemId)
                    .containsExactly(expected);
            assertThat(listAfterClick(id, afterMs).scenarios().get("home"))
                    .extracting(RecommendedItem::itemId)
                    .containsExactly("cup");
            seen.add(variant);
        }

        assertThat(seen).containsExactlyInAnyOrder("control", "content");
    }

    @Test
    void endsWithItsDates() {
        assertThat(listAfterClick("ann", START_MS).scenarios()).containsKeys("home", "week");
        assertThat(listAfterClick("ann", FIRST_HOUR.end().toEpochMilli()).scenarios())
                .containsOnlyKeys("home");
    }
}
