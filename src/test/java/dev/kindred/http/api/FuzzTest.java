package dev.kindred.http.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.testing.RandomTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Law: whatever is sent to any documented route gets an answer that blames the sender, and the next one is served. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FuzzTest {

    private static final int REQUESTS = 60;

    private final TestServer server = new TestServer();
    private final JsonNode document = server.get("/openapi.json").json();
    private final List<Operation> operations = operations();

    /** One operation of the document. */
    private record Operation(String method, String path, JsonNode described) {

        boolean hasBody() {
            return described.has("requestBody");
        }
    }

    private List<Operation> operations() {
        List<Operation> all = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> all.add(new Operation(
                                operation.getKey().toUpperCase(Locale.ROOT), path.getKey(), operation.getValue()))));
        return all;
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private int send(String request) {
        return RawClient.statusOf(server.address(), request);
    }

    private void assertStillServes() {
        assertThat(server.get("/health/live").status()).isEqualTo(200);
        assertThat(server.get("/v1/users/ada/recommendations").status()).isEqualTo(200);
    }

    @RandomTest(seeds = 3)
    void nothingBreaksTheServer(RandomGenerator random) {
        Hostile hostile = new Hostile(random);

        for (int i = 0; i < REQUESTS; i++) {
            for (Operation operation : operations) {
                String request = hostile.request(
                        operation.method(), operation.path(), operation.hasBody(), names(operation.described()));

                int status = send(request);

                assertThat(status).as(request).isLessThan(500).isNotNegative();
            }
        }
        assertStillServes();
    }

    private static List<String> names(JsonNode operation) {
        return operation.path("parameters").findValuesAsText("name");
    }

    @RandomTest(seeds = 2)
    void aBodyThatIsNoneIsRefused(RandomGenerator random) {
        Hostile hostile = new Hostile(random);

        for (Operation operation : operations) {
            for (int i = 0; operation.hasBody() && i < REQUESTS; i++) {
                String body = hostile.brokenJson();
                TestServer.Answer answer =
                        server.send(operation.method(), operation.path().replace("{id}", "tea"), body);

                assertThat(answer.status()).as(body).isBetween(400, 499);
                assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
            }
        }
        assertStillServes();
    }

    @Test
    void aBasketOfTenThousandItemsIsRefused() {
        String basket = "{\"events\":[" + "{\"itemId\":\"t\",\"type\":\"CART\"},".repeat(9_999)
                + "{\"itemId\":\"t\",\"type\":\"CART\"}]}";

        assertThat(server.post("/v1/recommendations", basket).status()).isEqualTo(413);
        assertStillServes();
    }

    @Test
    void endlessNestingIsRefused() {
        String nested = "{\"events\":" + "[".repeat(40_000);

        assertThat(server.post("/v1/recommendations", nested).status()).isEqualTo(400);
        assertStillServes();
    }

    @Test
    void headersWithoutEndAreRefused() {
        assertThat(send("GET /health/live HTTP/1.1\r\nHost: x\r\nX-Long: " + "x".repeat(100_000) + "\r\n\r\n"))
                .isEqualTo(431);
        assertStillServes();
    }

    @Test
    void aMissingBodyDoesNotBlockOthers() {
        for (int sender = 0; sender < 20; sender++) {
            RawClient.sendOnly(
                    server.address(),
                    "POST /v1/recommendations HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 10\r\n\r\n{\"");
        }

        assertStillServes();
    }
}
