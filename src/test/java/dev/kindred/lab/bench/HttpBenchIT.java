package dev.kindred.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A measurement too short to mean anything, but complete. */
@Timeout(300)
final class HttpBenchIT {

    @Test
    void measuresListsBesideTheServersLimit() throws Exception {
        HttpBenchSettings settings = new HttpBenchSettings(
                new EnvironmentSettings(200, 100, 2, 1, Map.of()),
                2500,
                "at_least_once",
                1,
                2,
                Duration.ofMillis(600),
                100,
                100,
                true);
        StringWriter out = new StringWriter();

        new HttpBench(settings, new PrintWriter(out), new PrintWriter(new StringWriter())).run();

        // requests/s, ratio, p50, p90, p99, and no errors, as fast as it answers and at the steady rate
        assertThat(out.toString())
                .contains("201 users by 3,151 events on 100 items")
                .containsPattern("(?s)(/health/live +[0-9,]+ +1.00( +[0-9.]+){3} +0\n.*){2}")
                .containsPattern("(?s)(recommendations.k=20 +[0-9,]+ +[0-9]\\.[0-9]{2}( +[0-9.]+){3} +0\n.*){2}");
    }
}
