package dev.kindred.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The program in a process of its own, on this test's class path. It is killed at close if it still runs. */
public final class ChildProcess implements AutoCloseable {

    private final Process process;
    private final Path output;

    private ChildProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /**
     * Starts a command.
     *
     * @param output receives stdout and stderr
     * @param arguments of the program
     */
    public static ChildProcess start(Path output, List<String> arguments) throws IOException {
        return start(output, Map.of(), arguments);
    }

    /** Starts a command with more variables in its environment. */
    public static ChildProcess start(Path output, Map<String, String> environment, List<String> arguments)
            throws IOException {
        return start(output, environment, List.of(), arguments);
    }

    /** Starts a command with more variables in its environment and more options of the JVM. */
    public static ChildProcess start(
            Path output, Map<String, String> environment, List<String> options, List<String> arguments)
            throws IOException {
        Files.createDirectories(output.toAbsolutePath().getParent());
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command =
                new ArrayList<>(List.of(java, "-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(options);
        command.add("-Dlogback.configurationFile=logback.xml"); // not that of the tests, which is silent
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.kindred.cli.Main"));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(output.toFile()));
        builder.environment().putAll(environment);
        return new ChildProcess(builder.start(), output);
    }

    /** Ends it as a power failure would: SIGKILL on Unix. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Asks it to end: SIGTERM on Unix. */
    public void terminate() {
        process.destroy();
    }

    /** Waits for the end and returns the exit status. */
    public int awaitExit(Duration deadline) throws InterruptedException {
        if (!process.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("the process still runs after " + deadline.toSeconds() + " s: " + output());
        }
        return process.exitValue();
    }

    /** Waits for the stream of a process that has just been started. */
    public void awaitRunning(Duration deadline) {
        Wait.until(
                deadline,
                "a running stream of process " + process.pid(),
                () -> output().contains("The stream is RUNNING") || !process.isAlive());
        if (!process.isAlive()) {
            throw new AssertionError("the process ended with " + process.exitValue() + ": " + output());
        }
    }

    /** Waits for what it prints, and returns the first group of the first match. */
    public String awaitPrinted(Pattern pattern, Duration deadline) {
        Wait.until(
                deadline,
                "the output of process " + process.pid() + " to match " + pattern,
                () -> pattern.matcher(output()).find());
        Matcher match = pattern.matcher(output());
        return match.find() ? match.group(1) : "";
    }

    /** What it has printed. */
    public String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
