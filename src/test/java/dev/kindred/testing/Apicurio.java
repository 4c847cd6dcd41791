package dev.kindred.testing;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A real registry, Apicurio's, in memory and on the loopback interface. Its distribution has 158 MB, so no build downloads
 * it: {@code mvn dependency:get -Dartifact=io.apicurio:apicurio-registry-app:3.3.3:tar.gz:all -Dtransitive=false} puts it
 * where this class looks. It needs a JDK of 21 or later, which is looked for beside the one that runs.
 */
public final class Apicurio implements AutoCloseable {

    /** The release that is tested. */
    public static final String VERSION = "3.3.3";

    private static final Duration DEADLINE = Duration.ofSeconds(90);
    private static final int LEAST_JAVA = 21;

    private final Path home;
    private final Path log;
    private final Path java;
    private final int port = unusedPort();
    private @Nullable Process process;

    private Apicurio(Path home, Path java) {
        this.home = home;
        this.log = home.resolve("registry.log");
        this.java = java;
    }

    /** The reason why it cannot run here, if there is one. */
    public static Optional<String> obstacle() {
        if (!Files.isReadable(distribution())) {
            return Optional.of("there is no " + distribution() + ": the class Apicurio says how to get it");
        }
        return java().isPresent() ? Optional.empty() : Optional.of("no JDK of 21 or later beside this one");
    }

    /** Unpacks and starts it. */
    public static Apicurio start(Path directory) throws IOException, InterruptedException {
        Path home = Files.createDirectories(directory.resolve("apicurio"));
        int status = new ProcessBuilder("tar", "xzf", distribution().toString(), "-C", home.toString())
                .inheritIO()
                .start()
                .waitFor();
        if (status != 0) {
            throw new IOException("tar failed with status " + status);
        }
        Apicurio registry = new Apicurio(home, java().orElseThrow());
        registry.start();
        return registry;
    }

    /** Starts it, again on the same port, with no schema. */
    public void start() throws IOException {
        Path jar;
        try (Stream<Path> files = Files.walk(home, 3)) {
            jar = files.filter(file -> file.endsWith("quarkus-run.jar"))
                    .findFirst()
                    .orElseThrow();
        }
        process = new ProcessBuilder(
                        java.toString(),
                        "-Xmx256m",
                        "-Dquarkus.http.host=127.0.0.1",
                        "-Dquarkus.http.port=" + port,
                        "-Dquarkus.management.host=127.0.0.1",
                        "-Dquarkus.management.port=" + unusedPort(),
                        "-jar",
                        jar.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        Wait.until(DEADLINE, "Apicurio to answer, see " + log, () -> request("GET", "/subjects", "") == 200);
    }

    /** Ends it at once, as a crash does. */
    public void kill() throws InterruptedException {
        Process running = process;
        if (running != null) {
            running.destroyForcibly().waitFor();
        }
    }

    /** The base URL of Confluent's API. */
    public String url() {
        return "http://127.0.0.1:" + port + "/apis/ccompat/v7";
    }

    /** Sends a request and returns its status; -1 if nobody answers. */
    public int request(String method, String path, String body) {
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(url() + path))
                                    .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                                    .method(method, HttpRequest.BodyPublishers.ofString(body))
                                    .timeout(Duration.ofSeconds(5))
                                    .build(),
                            BodyHandlers.ofString())
                    .statusCode();
        } catch (IOException e) {
            return -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    private static Path distribution() {
        return Path.of(
                System.getProperty("user.home"),
                ".m2/repository/io/apicurio/apicurio-registry-app",
                VERSION,
                "apicurio-registry-app-" + VERSION + "-all.tar.gz");
    }

    /** The program {@code java} of the first JDK that is new enough. */
    private static Optional<Path> java() {
        if (Runtime.version().feature() >= LEAST_JAVA) {
            return Optional.of(Path.of(System.getProperty("java.home"), "bin", "java"));
        }
        File[] homes = new File(System.getProperty("java.home")).getParentFile().listFiles(File::isDirectory);
        return Stream.of(homes == null ? new File[0] : homes)
                .map(File::toPath)
                .filter(candidate -> isNewEnough(candidate.resolve("release")))
                .map(candidate -> candidate.resolve("bin").resolve("java"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static boolean isNewEnough(Path release) {
        try {
            List<String> lines = Files.isReadable(release) ? Files.readAllLines(release) : List.of();
            return lines.stream()
                    .filter(line -> line.startsWith("JAVA_VERSION="))
                    .map(line -> line.replaceAll("[^0-9.]", "").replaceAll("\\..*", ""))
                    .anyMatch(feature -> !feature.isEmpty() && Integer.parseInt(feature) >= LEAST_JAVA);
        } catch (IOException e) {
            return false;
        }
    }

    private static int unusedPort() {
        try (UnusedPort unused = UnusedPort.any()) {
            return unused.number();
        }
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
