package dev.kindred.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.lab.embedded.EmbeddedKafka;
import dev.kindred.testing.ChildProcess;
import dev.kindred.testing.Deployment;
import dev.kindred.testing.SharedKafka;
import dev.kindred.testing.Streams;
import dev.kindred.testing.TopicTail;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The program as a process, as supervisors start and stop it. */
@Timeout(120)
@ExtendWith(SharedKafka.class)
@ResourceLock(ChildProcess.LOCK)
final class RunCommandIT {

    private static final Duration DEADLINE = Duration.ofSeconds(40);
    private static final int SIGTERM = 128 + 15;

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
            assertThat(lists.readToEnd().records()).hasSizeLessThanOrEqualTo(100);
        }
    }

    private static TopicTail<?, ?> lists(ChildProcess process, Deployment deployment) {
        process.awaitRunning(DEADLINE);
        return deployment.lists();
    }

    @Test
    void saysInOneSentenceThatTheBrokersDoNotAnswer() throws Exception {
        try (ChildProcess process = ChildProcess.start(
                directory.resolve("out.log"),
                List.of(
                        "run",
                        "--set",
                        "bootstrap.servers=localhost:1",
                        "--set",
                        "kafka.default.api.timeout.ms=2000",
                        "--set",
                        "kafka.request.timeout.ms=1000",
                        "--set",
                        "state.dir=" + directory.resolve("state")))) {

            int status = process.awaitExit(DEADLINE);

            assertThat(status).isEqualTo(1);
            assertThat(process.output().lines().filter(line -> line.startsWith("kindred: ")))
                    .singleElement()
                    .asString()
                    .contains("the brokers do not answer");
            assertThat(process.output()).doesNotContain("\tat ");
        }
    }
}
