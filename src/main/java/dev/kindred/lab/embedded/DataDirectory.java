package dev.kindred.lab.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The broker's directory: locked by one broker at a time, and deleted at close if it is temporary.
 *
 * <p>The lock is our own file beside Kafka's directory. Kafka's lock is not enough: Kafka acquires it so late that a
 * half-started server would have to be stopped if another one holds it.
 */
final class DataDirectory implements AutoCloseable {

    private static final String LOCK_FILE = "kindred.lock";
    private static final String LOG_DIRECTORY = "kafka";

    private final Path directory;
    private final boolean temporary;
    private final FileChannel lockFile;

    private DataDirectory(Path directory, boolean temporary, FileChannel lockFile) {
        this.directory = directory;
        this.temporary = temporary;
        this.lockFile = lockFile;
    }

    /**
     * Creates the directory if it is missing, and locks it.
     *
     * @param chosen empty for a temporary directory
     * @throws IllegalStateException if another broker holds the directory, or if it cannot be written
     */
    static DataDirectory open(Optional<Path> chosen) {
        try {
            Path directory = chosen.isPresent()
                    ? Files.createDirectories(chosen.get())
                    : Files.createTempDirectory("kindred-kafka-");
            return new DataDirectory(directory, chosen.isEmpty(), lock(directory));
        } catch (IOException e) {
            throw new IllegalStateException(
                    "Cannot write to the data directory "
                            + chosen.map(Path::toString).orElse("for temporary files")
                            + " of the embedded Kafka: choose another one, or change its permissions.",
                    e);
        }
    }

    private static FileChannel lock(Path directory) throws IOException {
        FileChannel file =
                FileChannel.open(directory.resolve(LOCK_FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(file) == null) {
            file.close();
            throw new IllegalStateException("Another embedded Kafka uses the data directory " + directory
                    + ": stop it, connect to it, or choose another directory.");
        }
        return file;
    }

    private static @Nullable FileLock tryLock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    /** Where the broker keeps its logs: a separate directory, because Kafka treats every directory in it as a topic. */
    Path logDirectory() {
        return directory.resolve(LOG_DIRECTORY);
    }

    boolean isTemporary() {
        return temporary;
    }

    @Override
    public void close() {
        try {
            lockFile.close();
            if (temporary) {
                delete(directory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot release the data directory " + directory, e);
        }
    }

    private static void delete(Path directory) throws IOException {
        for (Path path : childrenFirst(directory)) {
            Files.deleteIfExists(path);
        }
    }

    private static List<Path> childrenFirst(Path directory) throws IOException {
        try (Stream<Path> paths = Files.walk(directory)) {
            return paths.sorted(Comparator.reverseOrder()).toList();
        } catch (NoSuchFileException alreadyGone) {
            return List.of();
        }
    }
}
