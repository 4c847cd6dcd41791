package dev.kindred.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.kindred.http.TlsSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
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
        void prefersTheCommandLineThenTheEnvironmentThenTheFile() throws IOException {
            Path file = Files.writeString(
                    directory.resolve("shop.properties"),
                    "vector.step=0.1\nrecommend.size=1\nrecommend.reasons=1\n# comment\n");

            var config = KindredConfig.load(
                    Optional.of(file),
                    Map.of("KINDRED_RECOMMEND_SIZE", "2", "KINDRED_RECOMMEND_REASONS", "2", "HOME", "elsewhere"),
                    Map.of("recommend.reasons", "3"));

            assertThat(config.modelSettings().vector().step()).isEqualTo(0.1);
            assertThat(config.modelSettings().recommend().size()).isEqualTo(2);
            assertThat(config.modelSettings().recommend().reasons()).isEqualTo(3);
        }

        @Test
        void reachesEverySettingFromTheEnvironment() {
            Map<String, String> environment = new HashMap<>();
            Settings.keys().forEach(key -> environment.put(EnvironmentVariables.nameOf(key), "value of " + key));

            var settings = EnvironmentVariables.settings(environment);

            assertThat(settings).hasSameSizeAs(environment);
            settings.forEach((key, given) -> assertThat(given.text()).isEqualTo("value of " + key));
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
        void suggestsNoDissimilarName() {
            assertRejected(Map.of("colour", "red"))
                    .hasMessage("unknown key colour in the command line: remove it, or use a key from"
                            + " config/kindred.properties");
        }

        @Test
        void namesTheFile() {
            assertThatThrownBy(() -> KindredConfig.load(Optional.of(Path.of("absent.properties")), Map.of(), Map.of()))
                    .isInstanceOf(ConfigException.class)
                    .hasMessage("the configuration file absent.properties does not exist: check the path");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "vector.step | 0 | vector.step=0 (the command line) is not allowed: it must be a number, in (0, 1],"
                            + " for example 0.8",
                    "vector.interest.half.life.ms | 3599999 | vector.interest.half.life.ms=3599999 (the command line) is"
                            + " not allowed: it must be a whole number of milliseconds, 0 (no decay) or at least 3600000,"
                            + " for example 604800000",
                    "processing.guarantee | twice | processing.guarantee=twice (the command line) is not allowed: it must"
                            + " be exactly_once_v2 or at_least_once, for example exactly_once_v2",
                    "similarity.measure | Cosine | similarity.measure=Cosine (the command line) is not allowed: it must be"
                            + " cosine or pearson or jaccard, for example cosine",
                    "recommend.exclude | seen,old | recommend.exclude=seen,old (the command line) is not allowed: it must"
                            + " be a list of current, purchased, disliked, seen; or none, for example"
                            + " current,purchased,disliked",
                    "recommend.exclude | none,seen | recommend.exclude=none,seen (the command line) is not allowed: it"
                            + " must be a list of current, purchased, disliked, seen; or none, for example"
                            + " current,purchased,disliked",
                    "topics.prefix | a/b | topics.prefix=a/b (the command line) is not allowed: it must be up to 100 of"
                            + " the characters a-z A-Z 0-9 . _ -, for example shoes-",
                    "bootstrap.servers | '' | bootstrap.servers= (the command line) is empty: it must be a list of"
                            + " host:port, for example localhost:9092",
                    "bootstrap.servers | broker | bootstrap.servers=broker (the command line) is not allowed: it must be a"
                            + " list of host:port, for example localhost:9092",
                    "threads | '' | threads= (the command line) is empty: it must be a whole number, in [1, 256], for"
                            + " example 2",
                    "threads | many | threads=many (the command line) is not a whole number: it must be a whole number, in"
                            + " [1, 256], for example 2",
                    "topics.partitions | 1.000 | topics.partitions=1.000 (the command line) is not a whole number: it must be"
                            + " a whole number, in [1, 10000], for example 8",
                    "threads | 99999999999 | threads=99999999999 (the command line) is not allowed: it must be a whole"
                            + " number, in [1, 256], for example 2",
                    "memory.rocksdb.bytes | 99999999999999999999 | memory.rocksdb.bytes=99999999999999999999 (the command"
                            + " line) is too large: it must be a whole number, at least 1048576, for example 268435456",
                    "recommend.refresh.min.interval.ms | 10s | recommend.refresh.min.interval.ms=10s (the command line) is"
                            + " not a whole number of milliseconds: it must be a whole number of milliseconds, in [0,"
                            + " 3600000], for example 10000",
                    "http.stale.reads | yes | http.stale.reads=yes (the command line) is neither true nor false: it must"
                            + " be true or false, for example false",
                    "http.cors.origins | shop.example | http.cors.origins=shop.example (the command line) is not allowed:"
                            + " it must be a list of origins such as https://shop.example; or *, for example"
                            + " https://shop.example",
                    "http.advertised | kindred | http.advertised=kindred (the command line) is not allowed: it must be"
                            + " empty or host:port, for example kindred-1:8080",
                    "profile.time.zone | Berlin | profile.time.zone=Berlin (the command line) is not allowed: it must be"
                            + " a time zone such as Europe/Berlin, for example UTC",
                })
        void reportsTheRangeOfAValue(String key, String value, String message) {
            assertRejected(Map.of(key, value)).hasMessage(message);
        }

        @ParameterizedTest
        @ValueSource(strings = {"1,5", "10f", "0x1p4", "NaN", "Infinity", "0.5.", "\u0661", "many"})
        void acceptsDecimalPointsOnly(String number) {
            assertRejected(Map.of("vector.step", number))
                    .hasMessage("vector.step=" + number + " (the command line) is not a number: it must be a number, in"
                            + " (0, 1], for example 0.8");
        }

        @Test
        void rejectsTooLargeNumbers() {
            assertRejected(Map.of("vector.step", "1e400"))
                    .hasMessageContaining("vector.step=1e400 (the command line) is too large");
        }

        @Test
        void rejectsAnInvalidPath() {
            assertRejected(Map.of("segments.file", "a\0b"))
                    .hasMessage(
                            "segments.file=a\0b (the command line) is not a path: it must be empty or a path, for example"
                                    + " config/segments.yaml");
        }

        @ParameterizedTest
        @ValueSource(strings = {".", "..", "a b", ""})
        void rejectsApplicationIdsThatAreInvalidInTopicNames(String id) {
            assertRejected(Map.of("application.id", id))
                    .hasMessageStartingWith("application.id=" + id + " (the command line) is ")
                    .hasMessageContaining(": it must be 1 to 100 of");
        }

        @Test
        void namesTheVariable() {
            assertThatThrownBy(
                            () -> KindredConfig.load(Optional.empty(), Map.of("KINDRED_VECTOR_STEP", "1,5"), Map.of()))
                    .isInstanceOf(ConfigException.class)
                    .hasMessageStartingWith(
                            "vector.step=1,5 (environment variable KINDRED_VECTOR_STEP) is not a number:");
        }

        @Test
        void namesFileAndLine(@TempDir Path directory) throws IOException {
            Path file =
                    Files.writeString(directory.resolve("shop.properties"), "# a\nthreads = \\\n 1\nvector.step=1,5\n");

            assertThatThrownBy(() -> KindredConfig.load(Optional.of(file), Map.of(), Map.of()))
                    .isInstanceOf(ConfigException.class)
                    .hasMessage("vector.step=1,5 (" + file + ":4) is not a number: it must be a number, in (0, 1], for"
                            + " example 0.8");
        }

        @Test
        void namesFileAndLineOfAnUnknownKey(@TempDir Path directory) throws IOException {
            Path file = Files.writeString(directory.resolve("shop.properties"), "\nvector.stp=1\n");

            assertThatThrownBy(() -> KindredConfig.load(Optional.of(file), Map.of(), Map.of()))
                    .isInstanceOf(ConfigException.class)
                    .hasMessage("unknown key vector.stp in " + file + ":2: did you mean vector.step?");
        }

        @Test
        void namesBothKeysOfAConflict() {
            assertRejected(Map.of("similarity.row.capacity", "99"))
                    .hasMessage(
                            "similarity.row.capacity must be at least similarity.neighbors, got 99 (the command line) and 100 (the default):"
                                    + " raise the former or lower the latter");
            assertRejected(Map.of("matrix.audience", "1001"))
                    .hasMessage(
                            "matrix.column.capacity must be at least matrix.audience, got 1000 (the default) and 1001 (the command line):"
                                    + " raise the former or lower the latter");
            assertRejected(Map.of("profile.lapsed.ms", "1000"))
                    .hasMessage(
                            "profile.lapsed.ms must be at least profile.active.ms, got 1000 (the command line) and 2592000000 (the default):"
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
        void requiresKeysOrConsentBeyondThisMachine(String host) {
            assertThatThrownBy(() -> KindredConfig.of(Map.of("http.host", host)))
                    .isInstanceOf(ConfigException.class)
                    .hasMessage("http.host is " + host
                            + " (the command line) and http.keys is empty, so every client that reaches this"
                            + " machine could read the data of every user: set http.keys to the output of 'kindred"
                            + " keys create', or http.host to 127.0.0.1, or http.open.without.keys to true when"
                            + " something else controls access");

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
        void needsNoKeysOnThisMachine(String host) {
            assertThat(KindredConfig.of(Map.of("http.host", host)).listensOnLoopback())
                    .isTrue();
        }

        @Test
        void namesAWrongEntryByItsPositionOnly() {
            assertThatThrownBy(() -> KindredConfig.of(Map.of("http.keys", ENTRY + ",other:read:secret")))
                    .isInstanceOf(ConfigException.class)
                    .hasMessage("http.keys (the command line) is invalid at entry 2: sha256 must be 64 hexadecimal"
                            + " digits: it must be a list of NAME:SCOPES:SHA256, scopes joined by +, for example what"
                            + " 'kindred keys create' prints");
            assertThatThrownBy(() -> KindredConfig.of(Map.of("http.keys", ENTRY + "," + ENTRY)))
                    .hasMessageStartingWith("http.keys (the command line) is invalid: two keys have the same name: ");
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
        void passesKafkasKeysWithoutThePrefix() {
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
        void rejectsKeysThatAnotherSettingDetermines(String key, String owner) {
            assertThatThrownBy(() -> KindredConfig.of(Map.of(key, "1")))
                    .isInstanceOf(ConfigException.class)
                    .hasMessage(key + " conflicts with " + owner + ", which determines it: set the latter");
        }

        @Test
        void passesTheRegistrysKeysToTheSerializers() {
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
        void ignoresTheSpaceAroundValuesButNotThatOfAPassword() {
            var config = KindredConfig.of(Map.of(
                    "threads", " 3 ",
                    "vector.step", "0.5\t",
                    "http.stale.reads", "TRUE ",
                    "http.tls.key.store", "a.p12 ",
                    "http.tls.key.store.password", " secret "));

            assertThat(config.threads()).isEqualTo(3);
            assertThat(config.modelSettings().vector().step()).isEqualTo(0.5);
            assertThat(config.httpStaleReads()).isTrue();
            assertThat(config.httpSettings().tls()).contains(new TlsSettings(Path.of("a.p12"), " secret "));
        }

        @Test
        void keepsATopicForEver() {
            assertThat(KindredConfig.of(Map.of("topics.retention.events.ms", "-1"))
                            .topicSettings()
                            .eventsRetentionMs())
                    .isEqualTo(-1);
            assertThat(KindredConfig.of(Map.of("topics.retention.events.ms", "9223372036854775807"))
                            .topicSettings()
                            .eventsRetentionMs())
                    .isEqualTo(Long.MAX_VALUE);
        }

        @Test
        void keepsEventIdsOnlyUnderAtLeastOnce() {
            var once = KindredConfig.of(Map.of("vector.remembered.events", "7"));
            var atLeastOnce =
                    KindredConfig.of(Map.of("vector.remembered.events", "7", "processing.guarantee", "at_least_once"));

            assertThat(once.modelSettings().vector().rememberedEvents()).isZero();
            assertThat(atLeastOnce.modelSettings().vector().rememberedEvents()).isEqualTo(7);
        }

        @Test
        void takesAHalfLifeOfZeroAsNoDecay() {
            var config = KindredConfig.of(Map.of("vector.affinity.half.life.ms", "0"));

            assertThat(config.modelSettings().vector().affinityDecay().isNone()).isTrue();
            assertThat(config.modelSettings().matrix().affinityDecay().isNone()).isTrue();
        }

        @Test
        void excludesListedKindsAndNothingForNone() {
            var seen = KindredConfig.of(Map.of("recommend.exclude", "current, seen"));
            var none = KindredConfig.of(Map.of("recommend.exclude", "none"));

            assertThat(seen.modelSettings().recommend().excludes().words()).containsExactly("current", "seen");
            assertThat(none.modelSettings().recommend().excludes().words()).isEmpty();
        }
    }

    @Test
    void showsSettingsWithoutSecrets() {
        KindredConfig config = KindredConfig.of(Map.of(
                "http.tls.key.store.password", "secret-1",
                "kafka.sasl.jaas.config", "secret-2",
                "kafka.consumer.ssl.key.password", "secret-3",
                "kafka.some.plugin.token", "secret-4",
                "serde.basic.auth.user.info", "secret-5",
                "schema.registry.url", "http://user:secret-6@registry:8081",
                "kafka.consumer.max.poll.records", "17"));

        List<InForce> shown = config.inForce();

        assertThat(shown.toString()).doesNotContain("secret-");
        assertThat(shown)
                .contains(new InForce("kafka.sasl.jaas.config", InForce.HIDDEN, "the command line", true))
                .contains(new InForce("kafka.consumer.max.poll.records", "17", "the command line", true))
                .contains(new InForce("schema.registry.url", "http://registry:8081", "the command line", true))
                .contains(new InForce("http.port", "8080", "the default", false));
    }
}
