package dev.kindred.http.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

final class OutcomeRoutesTest {

    @AutoClose
    private final TestServer server = new TestServer();

    private JsonNode ask(String query) {
        return server.get("/v1/outcomes" + query).json();
    }

    @Test
    void tellsWhatListsBroughtWithIntervals() {
        JsonNode answer = ask("");

        assertThat(answer.path("enabled").asBoolean()).isTrue();
        assertThat(answer.path("outcomes")).hasSize(1);
        JsonNode home = answer.at("/outcomes/0");
        assertThat(home.path("variant").asText()).isEqualTo("bold");
        assertThat(home.path("lists").asLong()).isEqualTo(100);
        assertThat(home.path("revenue").asDouble()).isEqualTo(50);
        assertThat(home.at("/clickRate/value").asDouble()).isEqualTo(0.2);
        assertThat(home.at("/clickRate/low").asDouble()).isBetween(0.13, 0.14);
        assertThat(home.at("/conversionRate/value").asDouble()).isEqualTo(0.05);
        assertThat(home.at("/itemClickRate/value").asDouble()).isEqualTo(0.075);
        assertThat(home.at("/revenuePerThousandLists/value").asDouble()).isEqualTo(500);
    }

    @Test
    void limitsScenarioAndDays() {
        assertThat(ask("?from=2026-11-27&to=2026-11-27").path("outcomes")).hasSize(1);
        assertThat(ask("?from=2026-11-28").path("outcomes")).isEmpty();
        assertThat(ask("?to=2026-11-26").path("outcomes")).isEmpty();
        assertThat(ask("?scenario=idle").path("outcomes")).isEmpty();
    }

    @Test
    void dividesByStrategy() {
        JsonNode part = ask("?by=strategy").at("/outcomes/0");

        assertThat(part.path("part").asText()).isEqualTo("USER_BASED");
        assertThat(part.path("impressions").asLong()).isEqualTo(400);
        assertThat(part.has("clickRate")).isFalse();
    }

    @Test
    void refusesADayThatDoesNotExist() {
        TestServer.Answer answer = server.get("/v1/outcomes?from=2026-02-30");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("detail").asText()).isEqualTo("from must be a day, such as 2026-11-27");
    }
}
