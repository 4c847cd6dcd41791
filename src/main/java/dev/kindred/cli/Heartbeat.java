package dev.kindred.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** Reports a healthy stream to a container's health check: touches the file that {@code KINDRED_ALIVE_FILE} names. */
record Heartbeat(Optional<Path> file, Clock clock) {

    /** A heartbeat that does nothing if the variable is not set. */
    static Heartbeat of(Map<String, String> environment, Clock clock) {
        return new Heartbeat(
                Optional.ofNullable(environment.get("KINDRED_ALIVE_FILE")).map(Path::of), clock);
    }

    /** Call it at least every 30 seconds while the stream runs or rebalances, and not otherwise. */
    void beat() {
        file.ifPresent(this::touch);
    }

    private void touch(Path path) {
        try {
            setTime(path);
        } catch (NoSuchFileException e) {
            create(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void setTime(Path path) throws IOException {
        Files.setLastModifiedTime(path, FileTime.from(clock.instant()));
    }

    private void create(Path path) {
        try {
            Files.createFile(path);
            setTime(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
