package dev.kindred.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kindred.testing.UnusedPort;
import dev.kindred.testing.Wait;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** A real Prometheus, where one is installed, that scrapes one instance every few seconds and has the alerts of the project. */
final class Prometheus implements AutoCloseable {

    private static final Duration DEADLINE = Duration.ofMinutes(2);
    private static final String SAMPLES = "count_over_time(up{job=\"kindred\"}[1m]) > 2 and up == 1";

    private final Process process;
    private final int port;
    private final HttpClient client = HttpClient.newHttpClient();

    private Prometheus(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static boolean isInstalled() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "prometheus")));
    }

    /** Starts it, and returns when it has read the instance a few times. */
    static Prometheus of(URI instance, Path alerts, Path directory) throws IOException {
        int port;
        try (UnusedPort unused = UnusedPort.any()) {
            port = unused.number();
        }
        Path config = Files.writeString(
                directory.resolve("prometheus.yml"), """
                global: {scrape_interval: 4s, scrape_timeout: 4s, evaluation_interval: 1s}
                rule_files: ["%s"]
                scrape_configs:
                  - job_name: kindred
                    static_configs: [{targets: ["%s"]}]
                """.formatted(alerts.toAbsolutePath(), instance.getAuthority()));
        Process process = new ProcessBuilder(
                        "prometheus",
                        "--config.file=" + config,
                        "--storage.tsdb.path=" + directory.resolve("data"),
                        "--web.listen-address=127.0.0.1:" + port)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("prometheus.log").toFile())
                .start();
        Prometheus prometheus = new Prometheus(process, port);
        try {
            Wait.until(DEADLINE, "Prometheus to have read the instance", () -> prometheus.hasData(SAMPLES));
        } catch (AssertionError e) {
            String targets = prometheus.get("/api/v1/targets").findValuesAsText("lastError") + " in its last scrapes";
            prometheus.close();
            throw new AssertionError(e.getMessage() + ", " + targets, e);
        }
        return prometheus;
    }

    /** Whether a query returns a number now. */
    boolean hasData(String query) {
        String path = "/api/v1/query?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
        JsonNode answer = get(path);
        for (JsonNode sample : answer.at("/data/result")) {
            if (!sample.at("/value/1").asText("NaN").equals("NaN")) {
                return true;
            }
        }
        return false;
    }

    /** The rules with their health. */
    JsonNode rules() {
        return get("/api/v1/rules").at("/data/groups/0/rules");
    }

    private JsonNode get(String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .build();
        try {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            return new JsonMapper().readTree(answer.statusCode() == 200 ? answer.body() : "{}"); // else it is starting
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (java.net.ConnectException e) { // it is starting
            return JsonMapper.builder().build().createObjectNode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
