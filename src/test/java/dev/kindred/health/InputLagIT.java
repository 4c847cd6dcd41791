package dev.kindred.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.app.KindredApp;
import dev.kindred.app.Topologies;
import dev.kindred.config.KindredConfig;
import dev.kindred.lab.embedded.EmbeddedKafka;
import dev.kindred.query.Health.Lag;
import dev.kindred.query.Health.PartitionLag;
import dev.kindred.testing.Deployment;
import dev.kindred.testing.SharedKafka;
import dev.kindred.testing.Streams;
import dev.kindred.testing.UnusedPort;
import dev.kindred.testing.Wait;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Law: the lag is what was sent and is not processed yet. */
@Timeout(120)
@ExtendWith(SharedKafka.class)
final class InputLagIT {

    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final Duration HOUR = Duration.ofHours(1);

    private static InputLag of(KindredConfig config, Clock clock) {
        WatchSettings settings = new WatchSettings(
                config.clientProperties(),
                config.bootstrapServers(),
                config.applicationId(),
                config.topics().events(),
                WatchSettings.inputsOf(Topologies.of(config, 4)),
                4,
                HOUR);
        return new InputLag(
                InputLag.consumer(settings.client(), settings.application()),
                settings.inputPartitions(),
                settings.events(),
                Duration.ofSeconds(5),
                clock);
    }

    @Test
    void isWhatWaits(EmbeddedKafka kafka, @TempDir Path directory) {
        Deployment deployment = new Deployment(kafka, directory, Map.of("topics.partitions", "4"));
        deployment.createTopics();
        Clock inAnHour = Clock.offset(Clock.systemUTC(), HOUR);
        try (InputLag lag = of(deployment.config(), inAnHour)) {
            assertThat(lag.measure()).hasSize(4).allMatch(partition -> partition.records() == 0);

            deployment.send(Streams.random(new SplittableRandom(1), 1600, 40, 30));

            List<PartitionLag> waiting = lag.measure();
            assertThat(waiting).hasSize(4).allMatch(partition -> partition.records() > 0);
            assertThat(waiting.stream().mapToLong(PartitionLag::records).sum()).isEqualTo(1600);
            assertThat(waiting)
                    .extracting(partition -> partition.age().orElseThrow())
                    .allSatisfy(age -> assertThat(age).isBetween(HOUR, HOUR.plus(DEADLINE)));

            try (KindredApp app = deployment.start("only")) {
                Wait.until(
                        DEADLINE,
                        "no lag",
                        () -> lag.measure().stream()
                                .allMatch(partition -> partition.records() == 0
                                        && partition.age().equals(Optional.of(Duration.ZERO))));
                Wait.until(
                        DEADLINE,
                        "the status to say so",
                        () -> app.status().health().lag().measured().isPresent()
                                && app.status().health().lag().records() == 0);
                assertThat(app.status().partitions()).containsExactly(0, 1, 2, 3);
            }

            deployment.send(Streams.random(new SplittableRandom(2), 500, 40, 30));

            assertThat(new Lag(Optional.empty(), lag.measure()).records()).isEqualTo(500);
        }
    }

    @Test
    void isUnknownWithoutBrokers() throws Exception {
        try (UnusedPort port = UnusedPort.any();
                InputLag lag = of(
                        KindredConfig.of(Map.of("bootstrap.servers", "localhost:" + port.number())),
                        Clock.systemUTC())) {
            assertThatThrownBy(lag::measure).isInstanceOf(TimeoutException.class);
        }
    }
}
