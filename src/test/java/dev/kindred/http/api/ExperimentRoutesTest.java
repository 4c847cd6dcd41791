package dev.kindred.http.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kindred.config.scenarios.ScenarioFile;
import dev.kindred.experiment.Counts;
import dev.kindred.experiment.DailyCounts;
import dev.kindred.experiment.LiveShares;
import dev.kindred.experiment.OutcomeCounts;
import dev.kindred.scenario.Scenarios;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExperimentRoutesTest {

    private static final Scenarios SCENARIOS =
            ScenarioFile.parse("{scenarios: {home: {variants: {b: {percent: 50, k: 6}}}, plain: {k: 5},"
                    + " ads: {experiment: {allocation: thompson}, variants: {b: {percent: 50, k: 6}}}}}");

    private static final long TODAY = TestServer.NOW.toEpochMilli() / 86_400_000;

    private static JsonNode answer(OutcomeCounts counts, String query) throws Exception {
        try (TestServer server = new TestServer()) {
            server.scenarios = SCENARIOS.following(new LiveShares(counts));
            TestServer.Answer answer = server.get("/v1/experiments" + query);
            return new ObjectMapper().readTree(answer.response().body());
        }
    }

    private static List<DailyCounts> counts(String scenario) {
        return List.of(
                new DailyCounts(TODAY, "control", new Counts(100_000, 5_000, 400, 20_000)),
                new DailyCounts(TODAY, "b", new Counts(100_000, 5_600, 400, 20_050)));
    }

    @Test
    void tellOutcomesAndVerdicts() throws Exception {
        JsonNode experiments = answer(ExperimentRoutesTest::counts, "").get("experiments");

        assertThat(experiments).extracting(one -> one.get("scenario").asText()).containsExactly("home", "ads");
        JsonNode home = experiments.get(0);
        assertThat(home.get("verdict").asText()).isEqualTo("BETTER");
        assertThat(home.get("text").asText()).matches("Variant b is better by [0-9.]+ to [0-9.]+ %; safe to stop\\.");
        assertThat(home.get("sampleRatioPValue").asDouble()).isGreaterThan(0.5);
        assertThat(home.get("listsNeeded").asLong()).isBetween(36_000L, 37_500L);
        assertThat(home.get("variants").get(0).has("difference")).isFalse();
        assertThat(home.get("variants").get(1).get("low").asDouble()).isPositive();
        JsonNode ads = experiments.get(1);
        assertThat(ads.has("sampleRatioPValue")).isFalse();
        assertThat(ads.get("variants").get(1).get("share").asDouble()).isEqualTo(0.95);
    }

    @Test
    void areOfOneScenarioInAnotherLanguage() throws Exception {
        JsonNode experiments = answer(ExperimentRoutesTest::counts, "?scenario=ads&language=zh")
                .get("experiments");

        assertThat(experiments).hasSize(1);
        assertThat(experiments.get(0).get("text").asText()).startsWith("方案 b");
    }

    @Test
    void tellThatThereAreTooFewLists() throws Exception {
        JsonNode home =
                answer(OutcomeCounts.NONE, "?scenario=home").get("experiments").get(0);

        assertThat(home.get("verdict").asText()).isEqualTo("TOO_FEW");
        assertThat(home.has("listsNeeded")).isFalse();
    }

    @Test
    void refuseAnUnknownScenario() throws Exception {
        assertThat(answer(OutcomeCounts.NONE, "?scenario=nothing").get("detail").asText())
                .startsWith("scenario must be one of");
    }
}
