package dev.kindred.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A measurement too short to mean anything, but complete. */
@Timeout(300)
final class BenchIT {

    @Test
    void measuresAllSubjects() throws Exception {
        BenchSettings settings = new BenchSettings(
                new EnvironmentSettings(50, 40, 2, 1, Map.of()),
                900,
                List.of("at_least_once"),
                1,
                300,
                Duration.ofSeconds(1));
        StringWriter out = new StringWriter();

        new Bench(settings, false, new PrintWriter(out), new PrintWriter(new StringWriter())).run();

        assertThat(out.toString())
                .containsPattern("bare consumer +[0-9,]+ +[0-9.]+ ")
                .containsPattern("bare stateful topology +[0-9,]+ +1.00 ")
                .containsPattern("kindred +[0-9,]+ +[0-9.]+ ")
                .containsPattern("kindred +[0-9,.]+ +recommendations\n")
                .containsPattern("kindred +[0-9,.]+ +affinities\n")
                .containsPattern("kindred +[0-9,.]+ +kindred-user-vectors-changelog\n")
                .contains("p99 ms")
                .doesNotContain("NaN");
    }
}
