package dev.kindred.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.testing.RandomTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HttpMetersTest {

    private static final String PROFILE = "GET /v1/users/{id}/profile";
    private static final List<String> ROUTES = List.of(PROFILE, "POST /v1/events");

    private final KindredMetrics metrics = new KindredMetrics();
    private final HttpMeters http = metrics.http(Set.copyOf(ROUTES));

    @AfterEach
    void close() {
        metrics.close();
    }

    private Scrape scrape() {
        return new Scrape(metrics.scrape());
    }

    private static String count(String route, int status) {
        return "kindred_http_requests_seconds_count{route=\"" + route + "\",status=\"" + status + "\"}";
    }

    @RandomTest
    void countsByRouteAndStatus(RandomGenerator random) {
        Map<String, Integer> counts = new HashMap<>();
        for (int i = 0; i < 200; i++) {
            String route = ROUTES.get(random.nextInt(ROUTES.size()));
            int status = 200 + 100 * random.nextInt(4);
            http.record(route, status, 1);
            counts.merge(count(route, status), 1, Integer::sum);
        }

        Scrape scrape = scrape();
        counts.forEach((series, count) -> assertThat(scrape.value(series)).isEqualTo(count.doubleValue()));
    }

    @Test
    void timesAnswers() {
        http.record(PROFILE, 200, 3_000_000);

        assertThat(scrape().sum("kindred_http_requests_seconds_sum")).isCloseTo(0.003, within(1e-12));
    }

    @Test
    void showsKnownRoutesBeforeTheirFirstRequest() {
        assertThat(scrape().value(count(PROFILE, 200))).isZero();
    }

    @Test
    void takesAllUnknownRoutesAsOne() {
        for (int i = 0; i < 100; i++) {
            http.record("GET /v1/users/user-" + i + "/profile", 404, 1);
        }

        assertThat(scrape().value(count(HttpMeters.OTHER, 404))).isEqualTo(100);
        assertThat(metrics.scrape()).doesNotContain("user-");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 99, 600})
    void refusesAnInvalidStatus(int status) {
        assertThatThrownBy(() -> http.record(PROFILE, status, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("got " + status);
    }
}
