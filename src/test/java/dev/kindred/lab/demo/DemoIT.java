package dev.kindred.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.logs.LogFormat;
import dev.kindred.testing.ChildProcess;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class DemoIT {

    private static final InetSocketAddress USUAL_PORT = new InetSocketAddress(InetAddress.getLoopbackAddress(), 8080);

    private final StringWriter out = new StringWriter();

    @AfterEach
    void clearInterrupt() {
        Thread.interrupted();
    }

    private boolean run(Optional<Path> data, long events, double rate) throws IOException {
        DemoSettings settings = new DemoSettings(data, LogFormat.AUTO, events, rate, 100, 50, 1, 0, false, Map.of());
        return new Demo(settings, new PrintWriter(out)).run();
    }

    @Test
    void answersEveryEventAndShowsShoppersTheirLists() throws IOException {
        boolean complete = run(Optional.empty(), 2000, 0);

        assertThat(complete).isTrue();
        assertThat(out.toString())
                .contains("a simulated shop of 100 shoppers and 50 items")
                .contains("2,000 events sent, 2,000 lists refreshed")
                .containsPattern("1\\. \\S+ +\\S+ (basic|classic|plus|pro|deluxe) .+, \\w+ +(because of|popular)")
                .containsPattern(
                        "curl 'http://127.0.0.1:[0-9]+/v1/users/\\S+/recommendations\\?k=3&scenario=home&explain=text'")
                .containsPattern("from event to list: p50 [0-9]+ ms")
                .containsPattern(
                        "experiment on the default list: shoppers looked at [0-9]+ lists and clicked in [0-9.]+ %")
                .containsPattern("control +[0-9.]+ % of +[0-9]+ lists clicked; +[0-9]+ % of the shoppers have it now")
                .containsPattern("popular +[0-9.]+ % of +[0-9]+ lists clicked; +[0-9]+ % of the shoppers have it now")
                .containsPattern("over time: clicks in [0-9.]+ % of the first [0-9]+ lists, in [0-9.]+ % of the last");
    }

    @Test
    void takesAnotherPortWhereTheUsualOneIsTakenAndBeginsWithItsPage() throws IOException {
        try (ServerSocket taken = new ServerSocket()) {
            if (isFree(USUAL_PORT)) {
                taken.bind(USUAL_PORT);
            }

            assertThat(run(Optional.empty(), 10, 0)).isTrue();
        }
        List<String> lines = out.toString().lines().toList();
        assertThat(lines.get(1)).matches("Open http://127\\.0\\.0\\.1:[0-9]+ in a browser\\. Ctrl-C ends the demo\\.");
        assertThat(lines.get(1)).doesNotContain(":8080");
    }

    private static boolean isFree(InetSocketAddress address) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(address);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void showsARecordedLog(@TempDir Path directory) throws IOException {
        Path log = Files.write(
                directory.resolve("log.csv"),
                List.of(
                        "user_id,item_id,event_type,timestamp",
                        "alice,tent,click,2024-01-01T00:00:00Z",
                        "bob,tent,click,yesterday",
                        "bob,tent,click,2024-01-01T00:00:01Z"));

        boolean complete = run(Optional.of(log), 1000, 0);

        assertThat(complete).isTrue();
        assertThat(out.toString()).contains("the log " + log).contains("2 events sent, 2 lists refreshed");
    }

    @Test
    void summarizesAnInterruptedRun() throws IOException {
        Thread demo = Thread.currentThread();
        PrintWriter interrupting = new PrintWriter(out) {
            @Override
            public void println(String line) {
                super.println(line);
                if (line.contains("of 1,000,000 events")) {
                    demo.interrupt();
                }
            }
        };
        DemoSettings settings =
                new DemoSettings(Optional.empty(), LogFormat.AUTO, 1_000_000, 500, 100, 50, 1, 0, false, Map.of());

        new Demo(settings, interrupting).run();

        assertThat(out.toString()).contains("stopping").contains("lists refreshed in");
    }

    @Test
    void givesTheReasonOfAFailureWithoutAStackTrace(@TempDir Path directory) throws Exception {
        String tooLong = "kafka.producer.transaction.timeout.ms=1000000"; // brokers allow 15 minutes
        try (ChildProcess demo = ChildProcess.start(
                directory.resolve("demo.log"), List.of("demo", "--events", "10", "--set", tooLong))) {

            assertThat(demo.awaitExit(Duration.ofSeconds(100))).isEqualTo(1);
            assertThat(demo.output())
                    .contains("kindred: the stream died: ")
                    .contains("transaction timeout is larger")
                    .doesNotContain("\tat ");
        }
    }
}
