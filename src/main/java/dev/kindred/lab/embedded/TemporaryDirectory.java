package dev.kindred.lab.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.common.utils.Utils;

/**
 * A directory that is deleted, with all that is in it, at close.
 *
 * @param path of the directory
 */
public record TemporaryDirectory(Path path) implements AutoCloseable {

    /**
     * Makes a new directory.
     *
     * @param prefix of its name
     * @throws UncheckedIOException if it cannot be made
     */
    public static TemporaryDirectory create(String prefix) {
        try {
            return new TemporaryDirectory(Files.createTempDirectory(prefix));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            Utils.delete(path.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
