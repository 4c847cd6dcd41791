package dev.kindred.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.kindred.http.TlsSettings;
import dev.kindred.recommend.Exclusion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigException;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class KindredConfigTest {

    @Nested
    final class Precedence {

        @TempDir
        private Path directory = Path.of("");

        @Test
        void putsTheEnvironmentAboveTheFileAndTheCommandLineAboveBoth() throws IOException {
            Path file = Files.writeString(
                    directory.resolve("shop.properties"),
                    "vector.step=0.1\nrecommend.size=1\nrecommend.reasons=1\n# comment\n");

            var config = KindredConfig.load(
                    Optional.of(file),
                    Map.of("KINDRED_RECOMMEND_SIZE", "2", "KINDRED_RECOMMEND_REASONS", "2", "HOME", "elsewhere"),
                    Map.of("recommend.reasons", "3"));

            assertThat(config.vectorSettings().step()).isEqualTo(0.1);
            assertThat(config.recommendSettings().size()).isEqualTo(2);
            assertThat(config.recommendSettings().reasons()).isEqualTo(3);
        }

        @Test
        void reachesEverySettingFromTheEnvironment() {
            Map<String, String> environment = new HashMap<>();
            Definition.ALL.names().forEach(key -> environment.put(EnvironmentVariables.nameOf(key), "value of " + key));

            var settings = EnvironmentVariables.settings(environment);

            assertThat(settings).hasSameSizeAs(environment);
            settings.forEach((key, value) -> assertThat(value).isEqualTo("value of " + key));
        }

        @Test
        void leavesOtherVariablesAlone() {
            var environment = Map.of(
                    "KINDRED_LOG_LEVEL", "DEBUG",
                    "KINDRED_API_KEY", "secret",
                    "KINDRED_CONFIG", "shop.properties",
                    "KINDRED_SERVICE_HOST", "10.0.0.1",
                    "KINDRED_PORT_8080_TCP", "tcp://10.0.0.1:8080");

            assertThat(EnvironmentVariables.settings(environment)).isEmpty();
        }
    }

    @Nested
    final class Rejection {

        @Test
        void suggestsTheNearestKey() {
            assertRejected(Map.of("vector.stp", "1"))
                    .hasMessage("unknown key vector.stp in the command line: did you mean vector.step?");
        }

        @Test
        void suggestsTheNearestVariable() {
            assertThatThrownBy(() -> KindredConfig.load(Optional.empty(), Map.of("KINDRED_THREAD", "1"), Map.of()))
                    .isInstanceOf(ConfigException.class)
                    .hasMessage("unknown environment variable KINDRED_THREAD: did you mean KINDRED_THREADS?");
        }

        @Test
        void suggestsNothingFarFetched() {
            assertRejected(Map.of("colour", "red"))
                    .hasMessage("unknown key colour in the command line: remove it, or take a key from"
                            + " config/kindred.properties");
        }

        @Test
        void namesTheFile() {
            assertThatThrownBy(() -> KindredConfig.load(Optional.of(Path.of("absent.properties")), Map.of(), Map.of()))
                    .isInstanceOf(ConfigException.class)
                    .hasMessage("there is no configuration file absent.properties: check the path");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "vector.step | 0 | vector.step must be in (0, 1], got 0.0",
                    "vector.step | NaN | vector.step must be in (0, 1], got NaN",
                    "event.weight.click | Infinity | event.weight.click must be in [-1000.0, 1000.0], got Infinity",
                    "vector.interest.half.life.ms | 3599999 | vector.interest.half.life.ms must be 0 (no decay) or at"
                            + " least 3600000, got 3599999",
                    "processing.guarantee | twice | processing.guarantee must be exactly_once_v2 or at_least_once,"
                            + " got twice",
                    "recommend.exclude | seen,old | recommend.exclude must be a list of current, purchased, disliked,"
                            + " seen; or none, got [seen, old]",
                    "recommend.exclude | none,seen | recommend.exclude must be a list of current, purchased, disliked,"
                            + " seen; or none, got [none, seen]",
                    "topics.prefix | a/b | topics.prefix must be up to 100 of the characters a-z A-Z 0-9 . _ -,"
                            + " got a/b",
                    "bootstrap.servers | '' | bootstrap.servers must be non-empty, got nothing",
                    "threads | many | Invalid value many for configuration threads: Not a number of type INT",
                })
        void saysWhatAValueMustBe(String key, String value, String message) {
            assertRejected(Map.of(key, value)).hasMessage(message);
        }

        @ParameterizedTest
        @ValueSource(strings = {".", "..", "a b", ""})
        void refusesApplicationIdsThatMakeNoTopicName(String id) {
            assertRejected(Map.of("application.id", id)).hasMessageStartingWith("application.id must be 1 to 100 of");
        }

        @Test
        void namesBothKeysOfAConflict() {
            assertRejected(Map.of("similarity.row.capacity", "99"))
                    .hasMessage("similarity.row.capacity must be at least similarity.neighbors, got 99 and 100:"
                            + " raise the former or lower the latter");
            assertRejected(Map.of("matrix.audience", "1001"))
                    .hasMessage("matrix.column.capacity must be at least matrix.audience, got 1000 and 1001:"
                            + " raise the former or lower the latter");
            assertRejected(Map.of("profile.lapsed.ms", "1000"))
                    .hasMessage("profile.lapsed.ms must be at least profile.active.ms, got 1000 and 2592000000:"
                            + " raise the former or lower the latter");
        }

        private AbstractThrowableAssert<?, ?> assertRejected(Map<String, String> overrides) {
            return assertThatThrownBy(() -> KindredConfig.of(overrides)).isInstanceOf(ConfigException.class);
        }
    }

    @Nested
    final class Listening {

        private static final String ENTRY = "shop:read+write:" + "0a".repeat(32);

        @ParameterizedTest
        @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1", "shop.example", "127.0.0.1.example", "localhost.example"})
        void beyondThisMachineTakesKeysOrAWord(String host) {
            assertThatThrownBy(() -> KindredConfig.of(Map.of("http.host", host)))
                    .isInstanceOf(ConfigException.class)
                    .hasMessage(
                            "http.host is " + host + " and http.keys is empty, so everybody who reaches this machine"
                                    + " could ask about every user: set http.keys to what 'kindred keys create' prints, or"
                                    + " http.host to 127.0.0.1, or http.open.without.keys to true where something else keeps"
                                    + " strangers out");

            assertThat(KindredConfig.of(Map.of("http.host", host, "http.keys", ENTRY))
                            .apiKeys()
                            .isEmpty())
                    .isFalse();
            assertThat(KindredConfig.of(Map.of("http.host", host, "http.open.without.keys", "true"))
                            .listensOnLoopback())
                    .isFalse();
            assertThat(KindredConfig.of(Map.of("http.host", host, "http.enabled", "false"))
                            .httpEnabled())
                    .isFalse();
        }

        @ParameterizedTest
        @ValueSource(strings = {"127.0.0.1", "127.1.2.3", "localhost", "::1", "0:0:0:0:0:0:0:1"})
        void onThisMachineTakesNone(String host) {
            assertThat(KindredConfig.of(Map.of("http.host", host)).listensOnLoopback())
                    .isTrue();
        }

        @Test
        void namesAWrongEntryByItsPlaceAlone() {
            assertThatThrownBy(() -> KindredConfig.of(Map.of("http.keys", ENTRY + ",other:read:secret")))
                    .isInstanceOf(ConfigException.class)
                    .hasMessage("http.keys is not acceptable, entry 2: sha256 must be 64 hexadecimal digits: take the"
                            + " entries that 'kindred keys create' prints");
            assertThatThrownBy(() -> KindredConfig.of(Map.of("http.keys", ENTRY + "," + ENTRY)))
                    .hasMessage("http.keys is not acceptable, two keys have the same name: take the entries that"
                            + " 'kindred keys create' prints");
        }

        @Test
        void isEncryptedWithAStore() {
            var config =
                    KindredConfig.of(Map.of("http.tls.key.store", "a.p12", "http.tls.key.store.password", "secret"));

            assertThat(config.httpSettings().tls()).contains(new TlsSettings(Path.of("a.p12"), "secret"));
        }

        @Test
        void inAContainerIsAllowedByItsFile() throws IOException {
            Map<String, String> environment = new HashMap<>();
            new YAMLMapper()
                    .readTree(Path.of("docker-compose.yml").toFile())
                    .at("/services/kindred/environment")
                    .properties()
                    .forEach(variable -> environment.put(
                            variable.getKey(), variable.getValue().asText()));

            assertThat(KindredConfig.load(Optional.empty(), environment, Map.of())
                            .listensOnLoopback())
                    .isFalse();
        }
    }

    @Nested
    final class PassingThrough {

        @Test
        void handsKafkasKeysOnWithoutThePrefix() {
            var config = KindredConfig.load(
                    Optional.empty(),
                    Map.of("KINDRED_KAFKA_SASL_MECHANISM", "PLAIN"),
                    Map.of("kafka.security.protocol", "SASL_SSL"));

            assertThat(config.kafkaProperties())
                    .isEqualTo(Map.of("sasl.mechanism", "PLAIN", "security.protocol", "SASL_SSL"));
            assertThat(config.clientProperties()).containsEntry("bootstrap.servers", "localhost:9092");
        }

        @ParameterizedTest
        @CsvSource({
            "kafka.application.id, application.id",
            "kafka.group.id, application.id",
            "kafka.bootstrap.servers, bootstrap.servers",
            "kafka.processing.guarantee, processing.guarantee",
            "kafka.main.consumer.isolation.level, processing.guarantee",
            "kafka.consumer.enable.auto.commit, processing.guarantee",
            "kafka.producer.linger.ms, linger.ms",
            "kafka.value.serializer, serializer.class",
            "kafka.key.deserializer, deserializer.class",
        })
        void refusesWhatAnotherSettingDecides(String key, String owner) {
            assertThatThrownBy(() -> KindredConfig.of(Map.of(key, "1")))
                    .isInstanceOf(ConfigException.class)
                    .hasMessage(key + " conflicts with " + owner + ", which decides it: set the latter");
        }

        @Test
        void handsTheRegistrysKeysToTheSerializers() {
            var config = KindredConfig.of(Map.of(
                    "schema.registry.url", "http://registry:8080/apis/ccompat/v7",
                    "schema.registry.ssl.protocol", "TLSv1.3",
                    "serde.basic.auth.credentials.source", "URL"));

            assertThat(config.serdeProperties())
                    .isEqualTo(Map.of(
                            "schema.registry.url", "http://registry:8080/apis/ccompat/v7",
                            "schema.registry.ssl.protocol", "TLSv1.3",
                            "basic.auth.credentials.source", "URL"));
        }
    }

    @Nested
    final class Meaning {

        @Test
        void remembersEventsOnlyWhenTheyMayComeTwice() {
            var once = KindredConfig.of(Map.of("vector.remembered.events", "7"));
            var atLeastOnce =
                    KindredConfig.of(Map.of("vector.remembered.events", "7", "processing.guarantee", "at_least_once"));

            assertThat(once.vectorSettings().rememberedEvents()).isZero();
            assertThat(atLeastOnce.vectorSettings().rememberedEvents()).isEqualTo(7);
        }

        @Test
        void takesAHalfLifeOfZeroAsNoDecay() {
            var config = KindredConfig.of(Map.of("vector.affinity.half.life.ms", "0"));

            assertThat(config.vectorSettings().affinityDecay().isNone()).isTrue();
            assertThat(config.matrixSettings().affinityDecay().isNone()).isTrue();
        }

        @Test
        void excludesWhatIsListedAndNothingForNone() {
            var seen = KindredConfig.of(Map.of("recommend.exclude", "current, seen"));
            var none = KindredConfig.of(Map.of("recommend.exclude", "none"));

            assertThat(seen.recommendSettings().exclusions()).containsOnly(Exclusion.CURRENT, Exclusion.SEEN);
            assertThat(none.recommendSettings().exclusions()).isEmpty();
        }
    }
}
