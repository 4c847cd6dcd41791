package dev.kindred.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** While a server stops, clients that are still connected learn that another one may answer. */
@Timeout(60)
final class ShutdownTest {

    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);

    private HttpServer server() {
        List<Route> routes = List.of(
                Route.get("/quick", "Answers.").does(arguments -> Reply.json("yes")),
                Route.get("/slow", "Waits.").does(arguments -> {
                    arrived.countDown();
                    await(end);
                    return Reply.json("late");
                }));
        return HttpServer.start(
                new HttpSettings(
                        "127.0.0.1",
                        0,
                        4,
                        new BodySettings(100, Duration.ofSeconds(10), 0),
                        List.of(),
                        Optional.empty()),
                new Router(routes, List.of(), failure -> Optional.empty(), 100));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A connection that stays open between requests. */
    private record Connection(Socket socket, BufferedReader lines) {

        static Connection to(URI address) throws IOException {
            Socket socket = new Socket(address.getHost(), address.getPort());
            return new Connection(
                    socket,
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1)));
        }

        void send(String path) throws IOException {
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
        }

        /** The next answer's status, and its headers; empty when the server has hung up. */
        List<String> head() throws IOException {
            List<String> head = new ArrayList<>();
            int length = 0;
            for (String line = lines.readLine(); line != null && !line.isEmpty(); line = lines.readLine()) {
                head.add(line);
                length = line.startsWith("Content-Length: ") ? Integer.parseInt(line.substring(16)) : length;
            }
            lines.skip(length);
            return head;
        }

        /** The heads of all answers until the server hangs up. */
        List<List<String>> headsOfRepeated(String path) {
            List<List<String>> heads = new ArrayList<>();
            try {
                do {
                    send(path);
                    heads.add(head());
                } while (!heads.get(heads.size() - 1).isEmpty());
            } catch (IOException e) {
                return heads; // hung up while a request was being sent
            }
            heads.remove(heads.size() - 1);
            return heads;
        }
    }

    @Test
    void laterRequestsGetStatus503AndRunningOnesAreAnswered() throws Exception {
        HttpServer server = server();
        Connection running = Connection.to(server.address());
        running.send("/slow");
        await(arrived);
        List<CompletableFuture<List<List<String>>>> busy = new ArrayList<>();
        for (int i = 0; i < 8; i++) { // more than one, as a server may hang up between two requests
            Connection connection = Connection.to(server.address());
            busy.add(CompletableFuture.supplyAsync(() -> connection.headsOfRepeated("/quick")));
        }

        Thread stopping = new Thread(server::close, "stopping");
        stopping.start();
        List<List<String>> heads =
                busy.stream().flatMap(each -> each.join().stream()).toList();
        end.countDown();
        stopping.join();

        assertThat(running.head().get(0)).startsWith("HTTP/1.1 200");
        assertThat(heads).allMatch(head -> head.get(0).matches("HTTP/1.1 (200|503) .*"));
        assertThat(heads)
                .filteredOn(head -> head.get(0).contains("503"))
                .isNotEmpty()
                .allMatch(head -> head.contains("Retry-After: 1"));
    }
}
