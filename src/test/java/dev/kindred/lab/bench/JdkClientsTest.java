package dev.kindred.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kindred.http.BodySettings;
import dev.kindred.http.HttpServer;
import dev.kindred.http.HttpSettings;
import dev.kindred.http.Reply;
import dev.kindred.http.Route;
import dev.kindred.http.Router;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Clients of the bench against a server of ours that counts. */
final class JdkClientsTest {

    private static final Duration SHORT = Duration.ofMillis(300);

    private final AtomicLong asked = new AtomicLong();
    private final HttpServer server = HttpServer.start(
            new HttpSettings(
                    "127.0.0.1", 0, 16, new BodySettings(1024, Duration.ofSeconds(10), 0), List.of(), Optional.empty()),
            new Router(
                    List.of(route("/short", "{}"), route("/long", "x".repeat(200_000))),
                    List.of(),
                    failure -> Optional.empty(),
                    1024));

    private Route route(String path, String text) {
        return Route.get(path, "A text.").does(arguments -> {
            asked.incrementAndGet();
            return Reply.text("text/plain", text);
        });
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void countEveryAnswerOfAClosedLoop() throws Exception {
        long startNs = System.nanoTime();

        Load load = JdkClients.unpaced(2).measure(server.address(), List.of("/short", "/long"), SHORT);

        double seconds = (System.nanoTime() - startNs) / 1e9;
        assertThat(load.errors()).isZero();
        // the figure is per second of the measurement, which is shorter than all of it
        assertThat(load.requestsPerSecond()).isBetween(asked.get() / seconds, asked.get() / 0.3);
        assertThat(load.p50Ms()).isPositive().isLessThanOrEqualTo(load.p90Ms());
        assertThat(load.p90Ms()).isLessThanOrEqualTo(load.p99Ms());
    }

    @Test
    void keepTheirPace() throws Exception {
        Load load = JdkClients.paced(4, 200).measure(server.address(), List.of("/short"), SHORT);

        assertThat(load.errors()).isZero();
        assertThat(asked).hasValue(60); // 200/s for 0.3 s, the first third of them uncounted
    }

    @Test
    void countProblemsAsErrors() throws Exception {
        Load load = JdkClients.paced(1, 50).measure(server.address(), List.of("/nowhere"), SHORT);

        assertThat(load.errors()).isEqualTo(15);
    }

    @Test
    void reportThatNoServerListens() {
        URI address = server.address();
        server.close();

        assertThatThrownBy(() -> JdkClients.unpaced(1).measure(address, List.of("/short"), SHORT))
                .isInstanceOf(IOException.class);
    }

    @Test
    void agreeWithWrkOnWhatIsCounted() throws Exception {
        Optional<LoadGenerator> wrk = Wrk.find(2);
        assumeTrue(wrk.isPresent(), "wrk is not installed");

        Load load = wrk.orElseThrow().measure(server.address(), List.of("/short"), Duration.ofSeconds(1));

        assertThat(load.errors()).isZero();
        assertThat(load.requestsPerSecond()).isPositive().isLessThanOrEqualTo((double) asked.get());
        assertThat(load.p50Ms()).isPositive().isLessThanOrEqualTo(load.p99Ms());
    }
}
