package dev.kindred.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.config.KindredConfig;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StreamsPropertiesTest {

    @ParameterizedTest
    @CsvSource({
        "exactly_once_v2, 5, 100, 100",
        "exactly_once_v2, 200, 100, 200",
        "at_least_once, 5, 100, 5",
    })
    void waitsUntilTheCommitOnlyWhereTheCommitMakesRecordsVisible(
            String guarantee, String lingerMs, String commitMs, long expectedMs) {
        KindredConfig config = KindredConfig.of(
                Map.of("processing.guarantee", guarantee, "linger.ms", lingerMs, "commit.interval.ms", commitMs));

        Properties properties = StreamsProperties.of(config, Optional.empty());

        assertThat(properties).containsEntry("producer.linger.ms", expectedMs);
    }

    private static Properties of(Map<String, String> settings) {
        return StreamsProperties.of(KindredConfig.of(settings), Optional.empty());
    }

    @Test
    void spreadPartitionsWithinAMinute() {
        Map<String, Object> properties = new HashMap<>();
        of(Map.of()).forEach((key, value) -> properties.put(String.valueOf(key), value));
        StreamsConfig config = new StreamsConfig(properties); // refuses what Kafka Streams does not allow

        assertThat(config.getLong(StreamsConfig.PROBING_REBALANCE_INTERVAL_MS_CONFIG))
                .isEqualTo(60_000);
        assertThat(config.getLong(StreamsConfig.ACCEPTABLE_RECOVERY_LAG_CONFIG)).isEqualTo(100_000);
    }

    @Test
    void giveWayToSettingsOfKafka() {
        Properties properties = of(Map.of("kafka.acceptable.recovery.lag", "5"));

        assertThat(properties.get(StreamsConfig.ACCEPTABLE_RECOVERY_LAG_CONFIG)).isEqualTo("5");
    }

    @Test
    void tolerateAPauseShorterThanTheSession() {
        assertThat(StreamsProperties.toleratedPause(of(Map.of()))).isEqualTo(Duration.ofSeconds(8));
        assertThat(StreamsProperties.toleratedPause(of(Map.of("kafka.consumer.session.timeout.ms", "30000"))))
                .isEqualTo(Duration.ofSeconds(28));
    }
}
