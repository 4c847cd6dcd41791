package dev.kindred.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.testing.Wait;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Bodies that arrive slowly, and routes that take long, keep nobody else waiting. */
final class SlowSendersTest {

    private static final int THREADS = 4;
    private static final int MAX_BYTES = 10_000;
    private static final Duration SOON = Duration.ofSeconds(5); // without waiting for a sender

    private final CountDownLatch end = new CountDownLatch(1);
    private final List<Socket> senders = new ArrayList<>();
    private final List<HttpServer> servers = new ArrayList<>();
    private final HttpClient client = HttpClient.newHttpClient();

    /** The body of a request. */
    record Message(String text) {}

    @AfterEach
    void stop() throws IOException {
        end.countDown();
        for (Socket sender : senders) {
            sender.close();
        }
        servers.forEach(HttpServer::close);
    }

    private HttpServer server(Duration timeout, int minBytesPerSecond) {
        List<Route> routes = List.of(
                Route.post("/echo", "Echoes.")
                        .reads(Message.class)
                        .answers(Message.class, arguments -> Reply.json(arguments.body(Message.class))),
                Route.get("/list", "Answers.").does(arguments -> Reply.json("yes")),
                Route.get("/slow", "Waits.").does(arguments -> {
                    awaitEnd();
                    return Reply.json("late");
                }),
                Route.get("/health", "Answers.")
                        .does(arguments -> Reply.json("live"))
                        .urgent());
        HttpServer server = HttpServer.start(
                new HttpSettings(
                        "127.0.0.1",
                        0,
                        THREADS,
                        new BodySettings(MAX_BYTES, timeout, minBytesPerSecond),
                        List.of(),
                        Optional.empty()),
                new Router(routes, List.of(), failure -> Optional.empty(), MAX_BYTES));
        servers.add(server);
        return server;
    }

    private void awaitEnd() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Socket sender(HttpServer server, String body, int length) throws IOException {
        Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.address().getPort());
        senders.add(socket);
        socket.setSoTimeout((int) Duration.ofSeconds(20).toMillis());
        send(
                socket,
                "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: " + length
                        + "\r\n\r\n" + body);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    private static String answer(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        byte[] bytes = new byte[4096];
        int length = in.readNBytes(bytes, 0, 1);
        return new String(bytes, 0, length + in.read(bytes, length, 4000), StandardCharsets.ISO_8859_1);
    }

    private HttpRequest get(HttpServer server, String path) {
        return HttpRequest.newBuilder(URI.create(server.address() + path))
                .timeout(SOON)
                .build();
    }

    private int status(HttpServer server, String path) throws IOException, InterruptedException {
        return client.send(get(server, path), BodyHandlers.ofString()).statusCode();
    }

    @Test
    void holdNoThread() throws Exception {
        HttpServer server = server(Duration.ofMinutes(1), 0);

        for (int i = 0; i < 200; i++) {
            sender(server, "{", 100);
        }

        assertThat(status(server, "/health")).isEqualTo(200);
        assertThat(status(server, "/list")).isEqualTo(200);
    }

    @Test
    void areServedOnceTheirBodyIsComplete() throws Exception {
        HttpServer server = server(Duration.ofMinutes(1), 0);
        Socket sender = sender(server, "{\"text\":", 15);
        assertThat(status(server, "/list")).isEqualTo(200);

        send(sender, "\"late\"}");

        assertThat(answer(sender)).startsWith("HTTP/1.1 200").endsWith("{\"text\":\"late\"}");
    }

    @Test
    void areRefusedAfterTheTimeout() throws Exception {
        HttpServer server = server(Duration.ofMillis(200), 0);

        Socket sender = sender(server, "{", 100);

        assertThat(answer(sender))
                .startsWith("HTTP/1.1 408")
                .contains("Connection: close")
                .contains("urn:kindred:problem:body-too-slow");
        assertThat(sender.getInputStream().read()).isEqualTo(-1);
    }

    @Test
    void areRefusedBelowTheLeastRateThoughOthersSendFast() throws Exception {
        HttpServer server = server(Duration.ofMinutes(1), 1000);
        for (int i = 0; i < 10; i++) {
            send(sender(server, "{\"text\":\"", 9 + 9000 + 2), "x".repeat(9000) + "\"}");
        }

        Socket sender = sender(server, "{", 100);

        assertThat(answer(sender)).startsWith("HTTP/1.1 408").contains("1000 bytes per second");
    }

    @Test
    void shareTheMemoryThatBodiesMayTake() throws Exception {
        HttpServer server = server(Duration.ofMinutes(1), 0);
        String most = "{\"text\":\"" + "x".repeat(9000);
        for (int i = 0; i < THREADS + 1; i++) { // one more than fits
            sender(server, most, MAX_BYTES);
        }
        Wait.until(SOON, "a refusal", () -> refused().isPresent());
        assertThat(answer(refused().orElseThrow())).startsWith("HTTP/1.1 503").contains("Retry-After: 1");

        for (Socket sender : senders) {
            sender.close();
        }

        Wait.until(SOON, "memory for a body", () -> isServed(server, most + "\"}"));
    }

    private Optional<Socket> refused() {
        return senders.stream().filter(SlowSendersTest::hasAnswer).findFirst();
    }

    private static boolean hasAnswer(Socket sender) {
        try {
            return sender.getInputStream().available() > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isServed(HttpServer server, String body) {
        try {
            return answer(sender(server, body, body.length())).startsWith("HTTP/1.1 200");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void andSlowRoutesLeaveThreadsToUrgentOnes() throws Exception {
        HttpServer server = server(Duration.ofMinutes(1), 0);
        List<CompletableFuture<HttpResponse<String>>> slow = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            slow.add(client.sendAsync(get(server, "/slow"), BodyHandlers.ofString()));
        }

        assertThat(status(server, "/health")).isEqualTo(200);
        CompletableFuture<HttpResponse<String>> waiting =
                client.sendAsync(get(server, "/list"), BodyHandlers.ofString());
        end.countDown();

        assertThat(waiting.get().statusCode()).isEqualTo(200);
        for (CompletableFuture<HttpResponse<String>> one : slow) {
            assertThat(one.get().body()).isEqualTo("\"late\"");
        }
    }
}
