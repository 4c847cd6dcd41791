package dev.kindred.app;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.processor.TaskId;
import org.rocksdb.RocksDBException;
import org.rocksdb.Status;

/**
 * A local store that cannot be read or written, as the failure of Kafka Streams or RocksDB tells it.
 *
 * @param directory of the application's stores
 * @param broken what to delete if a store is corrupt: the stores of its task, or all if the task is unknown; empty if
 *     deleting does not help
 * @param words what RocksDB says
 */
record StoreFailure(Path directory, Optional<Path> broken, String words) {

    private static final Pattern LOCATION = Pattern.compile("at location (.+?)(?: due to.*)?$", Pattern.MULTILINE);
    private static final String FULL = "No space left on device";
    private static final String FILE_IS_GONE = "No such file or directory";

    /**
     * The failure of a store among the causes of another failure.
     *
     * @param directory of the application's stores
     */
    static Optional<StoreFailure> in(Throwable failure, Path directory) {
        String messages = causes(failure).map(Throwable::getMessage).collect(Collectors.joining("\n"));
        if (messages.contains(FULL)) {
            return Optional.of(new StoreFailure(directory, Optional.empty(), FULL));
        }
        if (causes(failure).noneMatch(StoreFailure::isOfStore)) {
            return Optional.empty();
        }
        boolean isCorrupt = messages.contains(FILE_IS_GONE) || causes(failure).anyMatch(StoreFailure::isCorruption);
        Optional<Path> broken = isCorrupt ? Optional.of(taskDirectory(failure, messages, directory)) : Optional.empty();
        return Optional.of(new StoreFailure(directory, broken, lastLine(messages)));
    }

    private static boolean isOfStore(Throwable cause) {
        return cause instanceof ProcessorStateException || cause instanceof RocksDBException;
    }

    private static boolean isCorruption(Throwable cause) {
        return cause instanceof RocksDBException failure
                && failure.getStatus() != null
                && failure.getStatus().getCode() == Status.Code.Corruption;
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }

    private static String lastLine(String messages) {
        return messages.lines().reduce("", (before, line) -> line.isBlank() ? before : line.strip());
    }

    private static Path taskDirectory(Throwable failure, String messages, Path directory) {
        Matcher location = LOCATION.matcher(messages);
        if (location.find()) {
            Path store = Path.of(location.group(1));
            int depth = directory.getNameCount();
            if (store.startsWith(directory) && store.getNameCount() > depth) {
                return directory.resolve(store.getName(depth));
            }
        }
        return causes(failure)
                .filter(StreamsException.class::isInstance)
                .flatMap(cause -> ((StreamsException) cause).taskId().stream())
                .map(TaskId::toString)
                .map(directory::resolve)
                .findFirst()
                .orElse(directory);
    }

    /** The fault and its cure, in one sentence. */
    String sentence() {
        if (broken.isPresent()) {
            return "the local stores in %s are corrupt (%s): start once with state.recover=true, which deletes them and"
                            .formatted(broken.get(), words)
                    + " restores them from Kafka";
        }
        return words.equals(FULL)
                ? "the disk of " + directory + " is full: free space, or set state.dir to a larger disk; Kindred then"
                        + " restores its stores from Kafka"
                : "a local store in %s cannot be used (%s): check the disk, the permissions of this user, and that no other"
                                .formatted(directory, words)
                        + " process uses the directory";
    }
}
