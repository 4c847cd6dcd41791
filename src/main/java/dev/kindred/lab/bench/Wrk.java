package dev.kindred.lab.bench;

import dev.kindred.lab.embedded.TemporaryDirectory;
import dev.kindred.model.Resources;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The load generator wrk, a separate program, with one thread and a closed loop. */
final class Wrk implements LoadGenerator {

    private static final String PROGRAM = "wrk";
    private static final String SCRIPT = "wrk.lua";

    /** The last line of the script's output; times are in microseconds. */
    private static final Pattern RESULT =
            Pattern.compile("requests=(\\d+) took=(\\d+) p50=(\\d+) p90=(\\d+) p99=(\\d+) errors=(\\d+)");

    private final int connections;

    private Wrk(int connections) {
        this.connections = connections;
    }

    /** The load generator, if it is installed. */
    static Optional<LoadGenerator> find(int connections) {
        try {
            Process process = new ProcessBuilder(PROGRAM, "--version")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.destroy();
            return Optional.of(new Wrk(connections));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public String name() {
        return PROGRAM;
    }

    @Override
    public Load measure(URI server, List<String> paths, Duration duration) throws IOException, InterruptedException {
        try (TemporaryDirectory directory = TemporaryDirectory.create("kindred-wrk-")) {
            Path script = directory.path().resolve(SCRIPT);
            Files.writeString(script, Resources.text(Wrk.class, SCRIPT));
            Path list = Files.write(directory.path().resolve("paths.txt"), paths);
            return parse(run(List.of(
                    PROGRAM,
                    "--threads=1",
                    "--connections=" + connections,
                    "--duration=" + Math.max(1, duration.toSeconds()) + "s",
                    "--script=" + script,
                    server.toString(),
                    "--",
                    list.toString())));
        }
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (InputStream output = process.getInputStream()) {
            String printed = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IOException("wrk failed: " + printed);
            }
            return printed;
        } finally {
            process.destroy();
        }
    }

    static Load parse(String printed) throws IOException {
        Matcher result = RESULT.matcher(printed);
        if (!result.find()) {
            throw new IOException("wrk printed no figures: " + printed);
        }
        return new Load(
                number(result, 1) * 1e6 / number(result, 2),
                number(result, 3) / 1e3,
                number(result, 4) / 1e3,
                number(result, 5) / 1e3,
                number(result, 6));
    }

    private static long number(Matcher result, int group) {
        return Long.parseLong(result.group(group));
    }
}
