package dev.kindred.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.kindred.testing.SelfSigned;
import dev.kindred.testing.UnusedPort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a server that answers as an instance does while its state is being restored. */
final class HealthCommandTest {

    private final List<HttpServer> servers = new ArrayList<>();
    private final Shell shell = new Shell();

    @AfterEach
    void stop() {
        servers.forEach(server -> server.stop(0));
    }

    private static InetSocketAddress anyPort() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    private int start(HttpServer server) {
        answer(server, "/health/live", 200, "{\"status\":\"live\"}");
        answer(server, "/health/ready", 503, "{\"status\":503,\"detail\":\"state is being restored\"}");
        server.start();
        servers.add(server);
        return server.getAddress().getPort();
    }

    private static void answer(HttpServer server, String path, int status, String json) {
        server.createContext(path, exchange -> {
            byte[] body = json.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    @Test
    void tellsThatAnInstanceIsLive() throws IOException {
        int port = start(HttpServer.create(anyPort(), 0));

        assertThat(shell.run("health", "--set", "http.port=" + port)).isZero();
        assertThat(shell.out()).isEqualToIgnoringNewLines("live");
    }

    @Test
    void asksOnLoopbackWhereAnInstanceListensEverywhere() throws IOException {
        int port = start(HttpServer.create(anyPort(), 0));

        assertThat(shell.run(
                        "health",
                        "--set",
                        "http.port=" + port,
                        "--set",
                        "http.host=0.0.0.0",
                        "--set",
                        "http.open.without.keys=true"))
                .isZero();
    }

    @Test
    void failsWithTheReasonWhileAnInstanceIsNotReady() throws IOException {
        int port = start(HttpServer.create(anyPort(), 0));

        assertThat(shell.run("health", "--ready", "--set", "http.port=" + port)).isEqualTo(1);
        assertThat(shell.err())
                .isEqualToIgnoringNewLines(
                        "kindred: http://127.0.0.1:" + port + " answers 503: state is being restored");
    }

    @Test
    void trustsTheCertificateOfTheInstanceAndNoOther(@TempDir Path directory) throws Exception {
        SelfSigned own = SelfSigned.create(directory, "own");
        SelfSigned other = SelfSigned.create(directory, "other");
        HttpsServer server = HttpsServer.create(anyPort(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(own.context()));
        String port = "http.port=" + start(server);

        assertThat(shell.run("health", "--set", port, "--set", own.storeSetting(), "--set", own.passwordSetting()))
                .isZero();
        assertThat(shell.run("health", "--set", port, "--set", other.storeSetting(), "--set", other.passwordSetting()))
                .isEqualTo(1);
        assertThat(shell.err()).contains("no answer from https://127.0.0.1:");
    }

    @Test
    void saysWhatToCheckWhereNothingAnswers() throws IOException {
        try (UnusedPort port = UnusedPort.any()) {
            assertThat(shell.run("health", "--set", "http.port=" + port.number()))
                    .isEqualTo(1);
        }
        assertThat(shell.err()).contains("check that an instance runs here").doesNotContain("\tat ");
    }

    @Test
    void saysThatThereIsNothingToAsk() {
        assertThat(shell.run("health", "--set", "http.enabled=false")).isEqualTo(1);
        assertThat(shell.run("health", "--set", "http.port=0")).isEqualTo(1);
        assertThat(shell.err()).contains("http.enabled is false").contains("http.port is 0");
    }
}
