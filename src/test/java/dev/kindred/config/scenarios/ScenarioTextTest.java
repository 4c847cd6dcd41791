package dev.kindred.config.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.scenario.Scenario;
import org.junit.jupiter.api.Test;

final class ScenarioTextTest {

    @Test
    void isReadAsTheSameScenario() {
        for (Scenario scenario : ScenarioFile.examples().all()) {
            String text = "{scenarios: {" + scenario.name() + ": " + ScenarioText.of(scenario) + "}}";

            assertThat(ScenarioFile.parse(text).find(scenario.name())).contains(scenario);
        }
    }

    @Test
    void writesRulesThatTheExamplesLack() {
        Scenario scenario = ScenarioFile.parse("{scenarios: {a: {exclude: {purchased-within: never, seen: true},"
                        + " diversity: {by: content, most-per-category: 2}, filter: 'brand = \"A \\\"B\\\"\"'}}}"
                                .replace("A \\\"B\\\"", "A B"))
                .find("a")
                .orElseThrow();

        String text = "{scenarios: {a: " + ScenarioText.of(scenario) + "}}";

        assertThat(ScenarioFile.parse(text).find("a")).contains(scenario);
    }
}
