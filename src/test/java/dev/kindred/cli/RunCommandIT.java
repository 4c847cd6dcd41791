package dev.kindred.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kindred.lab.embedded.EmbeddedKafka;
import dev.kindred.testing.ChildProcess;
import dev.kindred.testing.Deployment;
import dev.kindred.testing.RestartableKafka;
import dev.kindred.testing.SharedKafka;
import dev.kindred.testing.Streams;
import dev.kindred.testing.TopicTail;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process, as supervisors start and stop it. */
@Timeout(120)
@ExtendWith(SharedKafka.class)
final class RunCommandIT {

    private static final Duration DEADLINE = Duration.ofSeconds(40);
    private static final int SIGTERM = 128 + 15;
    private static final String TIME_WITH_ZONE =
            "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}(Z|[+-]\\d\\d:\\d\\d)";

    @TempDir
    private Path directory = Path.of("");

    @Test
    @DisabledOnOs(OS.WINDOWS) // has no SIGTERM
    void endsInGoodOrderAtSigterm(EmbeddedKafka kafka) throws Exception {
        Deployment deployment = new Deployment(kafka, directory, Map.of("commit.interval.ms", "10000"));
        try (ChildProcess process = deployment.startProcess("only");
                TopicTail<?, ?> lists = lists(process, deployment)) {
            deployment.send(Streams.random(new SplittableRandom(1), 100, 10, 10));

            process.terminate();
            int status = process.awaitExit(DEADLINE);

            assertThat(status).isEqualTo(SIGTERM);
            assertThat(process.output()).contains("The stream is NOT_RUNNING");
            assertThat(process.output().lines()).first().asString().matches(TIME_WITH_ZONE + " INFO +\\[main] .*");
            assertThat(lists.readToEnd().records()).hasSizeLessThanOrEqualTo(100);
        }
    }

    private static TopicTail<?, ?> lists(ChildProcess process, Deployment deployment) {
        process.awaitRunning(DEADLINE);
        return deployment.lists();
    }

    /** Starts an instance whose brokers are at a port, with little patience for each of their answers. */
    private ChildProcess start(int brokerPort, String... settings) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("run"));
        Stream.concat(
                        Stream.of(
                                "bootstrap.servers=localhost:" + brokerPort,
                                "kafka.default.api.timeout.ms=2000",
                                "kafka.request.timeout.ms=1000",
                                "http.port=0",
                                "state.dir=" + directory.resolve("state")),
                        Stream.of(settings))
                .forEach(setting -> arguments.addAll(List.of("--set", setting)));
        return ChildProcess.start(directory.resolve("out.log"), arguments);
    }

    @Test
    void reportsUnreachableBrokersInOneSentence() throws Exception {
        try (ChildProcess process = start(1, "startup.wait.ms=1")) {

            int status = process.awaitExit(DEADLINE);

            assertThat(status).isEqualTo(1);
            assertThat(process.output().lines().filter(line -> line.startsWith("kindred: ")))
                    .singleElement()
                    .asString()
                    .contains("the brokers do not answer");
            assertThat(process.output()).doesNotContain("\tat ");
        }
    }

    @Test
    void waitsForBrokersThatStartLater() throws Exception {
        try (RestartableKafka kafka = new RestartableKafka(directory.resolve("broker"))) {
            kafka.stop();
            try (ChildProcess process = start(kafka.broker().port(), "log.format=json")) {
                process.awaitPrinted(Pattern.compile("(do not answer; this instance waits)"), DEADLINE);
                kafka.restart();
                process.awaitRunning(DEADLINE);

                assertThat(process.output()).contains("The brokers answer");
                JsonNode line = new JsonMapper()
                        .readTree(process.output().lines().findFirst().orElseThrow());
                assertThat(line.path("level").asText()).isEqualTo("WARN");
                assertThat(line.path("threadName").asText()).isEqualTo("main");
                assertThat(line.path("formattedMessage").asText()).contains("startup.wait.ms");
            }
        }
    }
}
