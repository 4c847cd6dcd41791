package dev.kindred.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class RegistryClientTest {

    private static final Schema SCHEMA = SchemaBuilder.record("Thing")
            .namespace("shop")
            .fields()
            .optionalString("name")
            .endRecord();

    @AutoClose
    private final FakeRegistry registry = new FakeRegistry();

    private final List<Duration> pauses = new ArrayList<>();
    private final MovingClock clock = new MovingClock();
    private final RegistryClient client = client(registry.url(), Map.of());

    @Test
    void registersOnceAndRemembersTheId() {
        int first = client.idOf("events-value", SCHEMA);
        int second = client.idOf("events-value", SCHEMA);

        assertThat(first).isEqualTo(second).isEqualTo(FakeRegistry.FIRST_ID);
        assertThat(registry.requests).containsExactly("POST /subjects/events-value/versions");
    }

    @Test
    void escapesTheSubject() {
        client.idOf("a b/ü-value", SCHEMA);

        assertThat(registry.requests).containsExactly("POST /subjects/a%20b%2F%C3%BC-value/versions");
    }

    @Test
    void looksUpInsteadOfRegisteringWhenTold() {
        int id = registry.add(SCHEMA);
        RegistryClient reading = client(registry.url(), Map.of("auto.register.schemas", "false"));

        assertThat(reading.idOf("events-value", SCHEMA)).isEqualTo(id);
        assertThat(registry.requests).containsExactly("POST /subjects/events-value");
    }

    @Test
    void refusesUnregisteredSchemasWithoutAutoRegister() {
        RegistryClient reading = client(registry.url(), Map.of("auto.register.schemas", "false"));

        assertThatThrownBy(() -> reading.idOf("events-value", SCHEMA))
                .isInstanceOf(RegistryRefusedException.class)
                .hasMessageContaining("shop.Thing is not registered under subject events-value: register it with")
                .hasMessageContaining("auto.register.schemas=true");
    }

    @Test
    void fetchesASchemaOnce() {
        int id = registry.add(SCHEMA);

        assertThat(client.schemaById(id)).isEqualTo(SCHEMA);
        assertThat(client.schemaById(id)).isEqualTo(SCHEMA);
        assertThat(registry.requests).containsExactly("GET /schemas/ids/" + id);
    }

    @Test
    void keepsAPathBeforeTheApi() {
        registry.reply(200, "{\"id\":7}");

        int id = client(registry.url() + "/apis/ccompat/v7/", Map.of()).idOf("s", SCHEMA);

        assertThat(id).isEqualTo(7);
        assertThat(registry.requests).containsExactly("POST /apis/ccompat/v7/subjects/s/versions");
    }

    @Nested
    final class Trouble {

        @Test
        void isWaitedOutWithGrowingPauses() {
            registry.reply(500, "").reply(503, "{}").reply(429, "slow down").reply(408, "");

            assertThat(client.idOf("s", SCHEMA)).isEqualTo(FakeRegistry.FIRST_ID);

            assertThat(registry.requests).hasSize(5);
            assertThat(pauses).hasSize(4);
            assertThat(pauses.get(0)).isBetween(Duration.ofMillis(50), Duration.ofMillis(100));
            assertThat(pauses.get(3)).isBetween(Duration.ofMillis(400), Duration.ofMillis(800));
        }

        @Test
        void thatStaysIsNoFaultOfTheRecord() {
            String url = registry.url();
            registry.close();

            assertThatThrownBy(() -> client.schemaById(1))
                    .isInstanceOf(RegistryUnavailableException.class)
                    .isInstanceOf(RetriableException.class)
                    .isNotInstanceOf(SerializationException.class)
                    .hasMessageContaining("no schema registry answered in 8 rounds at [" + url + "]")
                    .hasMessageContaining("ConnectException")
                    .hasMessageContaining("schema.registry.url");
            assertThat(pauses).hasSize(7);
        }

        @Test
        void isForgottenWhenTheRegistryIsBack() {
            int id = registry.add(SCHEMA);
            for (int round = 0; round < 8; round++) {
                registry.reply(503, "");
            }

            assertThatThrownBy(() -> client.schemaById(id)).isInstanceOf(RegistryUnavailableException.class);

            assertThat(client.schemaById(id)).isEqualTo(SCHEMA);
        }

        @Test
        void atOneUrlIsPassedByAtTheNext() {
            try (FakeRegistry down = new FakeRegistry()) {
                down.reply(502, "");

                int id = client(down.url() + ", " + registry.url(), Map.of()).idOf("s", SCHEMA);

                assertThat(id).isEqualTo(FakeRegistry.FIRST_ID);
                assertThat(down.requests).hasSize(1);
                assertThat(registry.requests).hasSize(1);
                assertThat(pauses).isEmpty();
            }
        }

        @Test
        void endsWithTheThread() {
            registry.reply(500, "");
            Thread.currentThread().interrupt();

            assertThatThrownBy(() -> client.schemaById(1)).isInstanceOf(RegistryUnavailableException.class);

            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Nested
    final class Refusals {

        @Test
        void ofAnIncompatibleSchemaHaveTheReason() {
            registry.reply(409, "{\"error_code\":409,\"message\":\"READER_FIELD_MISSING_DEFAULT_VALUE: size\"}");

            assertThatThrownBy(() -> client.idOf("events-value", SCHEMA))
                    .isInstanceOf(RegistryRefusedException.class)
                    .hasMessageContaining("does not accept shop.Thing under subject events-value")
                    .hasMessageContaining("READER_FIELD_MISSING_DEFAULT_VALUE: size");
            assertThat(registry.requests).hasSize(1);
        }

        @Test
        void ofAnInvalidSchemaHaveTheReason() {
            registry.reply(422, "{\"error_code\":42201,\"message\":\"Invalid Avro schema\"}");

            assertThatThrownBy(() -> client.idOf("events-value", SCHEMA))
                    .isInstanceOf(RegistryRefusedException.class)
                    .hasMessageContaining("Invalid Avro schema");
        }

        @Test
        void ofStrangersPointToTheCredentials() {
            registry.reply(401, "").reply(403, "");

            for (int status : new int[] {401, 403}) {
                assertThatThrownBy(() -> client.schemaById(1))
                        .isInstanceOf(RegistryRefusedException.class)
                        .hasMessageContaining("answered " + status)
                        .hasMessageContaining("basic.auth.user.info");
            }
        }

        @Test
        void ofAnotherServerPointToTheUrl() {
            registry.reply(200, "<html>Welcome</html>")
                    .reply(404, "<html>Not found</html>")
                    .reply(200, "{}")
                    .reply(200, "{}");

            assertThatThrownBy(() -> client.schemaById(1))
                    .isInstanceOf(RegistryRefusedException.class)
                    .hasMessageContaining("does not answer as a schema registry does");
            assertThatThrownBy(() -> client.schemaById(1)).isInstanceOf(RegistryRefusedException.class);
            assertThatThrownBy(() -> client.schemaById(1)).isInstanceOf(RegistryRefusedException.class);
            assertThatThrownBy(() -> client.idOf("s", SCHEMA))
                    .isInstanceOf(RegistryRefusedException.class)
                    .hasMessageContaining("schema.registry.url");
        }
    }

    @Nested
    final class UnknownIds {

        @Test
        void areTheFaultOfTheRecord() {
            assertThatThrownBy(() -> client.schemaById(7))
                    .isInstanceOf(SerializationException.class)
                    .hasMessage("schema id 7 is unknown to the registry: Schema 7 not found");
            assertThat(pauses).isEmpty();
        }

        @Test
        void areCachedForHalfAMinute() {
            for (int i = 0; i < 5; i++) {
                assertThatThrownBy(() -> client.schemaById(FakeRegistry.FIRST_ID))
                        .isInstanceOf(SerializationException.class);
            }
            assertThat(registry.requests).hasSize(1);
            registry.add(SCHEMA);

            clock.now = clock.now.plusSeconds(30);

            assertThat(client.schemaById(FakeRegistry.FIRST_ID)).isEqualTo(SCHEMA);
        }

        @Test
        void includeNegativeOnesWithoutARequest() {
            assertThatThrownBy(() -> client.schemaById(-1))
                    .isInstanceOf(SerializationException.class)
                    .hasMessage("schema id -1 must not be negative");
            assertThat(registry.requests).isEmpty();
        }

        @Test
        void includeSchemasOfOtherKinds() {
            registry.reply(200, "{\"schemaType\":\"PROTOBUF\",\"schema\":\"message A {}\"}")
                    .reply(200, "{\"schema\":\"\\\"string\\\"\",\"references\":[{\"name\":\"b\"}]}")
                    .reply(200, "{\"schema\":\"nonsense\"}");

            assertThatThrownBy(() -> client.schemaById(1))
                    .isInstanceOf(SerializationException.class)
                    .hasMessageContaining("is PROTOBUF");
            assertThatThrownBy(() -> client.schemaById(2))
                    .isInstanceOf(SerializationException.class)
                    .hasMessageContaining("1 references");
            assertThatThrownBy(() -> client.schemaById(3))
                    .isInstanceOf(SerializationException.class)
                    .hasMessageContaining("is not an Avro schema");
        }
    }

    @Nested
    final class Credentials {

        private static final String ANN_SECRET = "Basic YW5uOnNlY3JldA=="; // ann:secret

        @Test
        void areNotSentUnlessGiven() {
            client.idOf("s", SCHEMA);

            assertThat(registry.authorizations).containsExactly("null");
        }

        @Test
        void comeFromTheProperties() {
            client(
                            registry.url(),
                            Map.of("basic.auth.credentials.source", "USER_INFO", "basic.auth.user.info", "ann:secret"))
                    .idOf("s", SCHEMA);

            assertThat(registry.authorizations).containsExactly(ANN_SECRET);
        }

        @Test
        void comeFromTheUrlAndStayOutOfMessages() {
            RegistryClient known = client("http://ann:secret@" + registry.hostAndPort(), Map.of());
            known.idOf("s", SCHEMA);
            registry.close();

            assertThat(registry.authorizations).containsExactly(ANN_SECRET);
            assertThatThrownBy(() -> known.schemaById(1)).hasMessageNotContaining("secret");
        }
    }

    private RegistryClient client(String urls, Map<String, ?> properties) {
        RegistrySettings settings = RegistrySettings.of(urls, properties);
        RegistryTransport transport =
                new RegistryTransport(settings.urls(), Retries.DEFAULT, new SplittableRandom(1), pauses::add);
        return new RegistryClient(transport, settings.autoRegister(), clock);
    }

    private static final class MovingClock extends Clock {
        private Instant now = Instant.EPOCH;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
