package dev.kindred.app;

import dev.kindred.admin.StateDirectory;
import dev.kindred.config.KindredConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes corrupt local stores where {@code state.recover} allows it, so that the next start restores them from Kafka. */
final class StoreRecovery {

    private static final Logger log = LoggerFactory.getLogger(StoreRecovery.class);

    private final Path directory;
    private final boolean recovers;

    StoreRecovery(KindredConfig config) {
        this.directory = config.applicationStateDir();
        this.recovers = config.recoversState();
    }

    Optional<StoreFailure> failureIn(Throwable failure) {
        return StoreFailure.in(failure, directory);
    }

    /**
     * The exception to throw for the death of a stream.
     *
     * @param explanation of the failure, where there is a better one than its own message
     */
    AppDiedException explained(Throwable failure, Optional<String> explanation) {
        return failureIn(failure)
                .map(ofStore -> AppDiedException.because(ofStore, failure))
                .orElseGet(() -> AppDiedException.because(failure, explanation));
    }

    /**
     * Returns if another start may succeed, because something was deleted.
     *
     * @throws AppDiedException if a store failed and nothing was deleted
     * @throws RuntimeException the failure itself if it is of another kind
     */
    void recoverFrom(RuntimeException failure) {
        if (failureIn(failure).isEmpty()) {
            throw failure;
        }
        if (!deleteBroken(failure)) {
            throw explained(failure, Optional.empty());
        }
    }

    /**
     * Deletes the stores that a failure says are corrupt. The stream must have ended.
     *
     * @return whether it deleted any
     */
    boolean deleteBroken(Throwable failure) {
        Optional<Path> broken = failureIn(failure).filter(of -> recovers).flatMap(StoreFailure::broken);
        if (broken.filter(Files::exists).isEmpty()) {
            return false;
        }
        log.warn(
                "The local stores in {} are corrupt. They are deleted, and restored from Kafka at the start"
                        + " (state.recover)",
                broken.get());
        StateDirectory.delete(broken.get());
        return true;
    }
}
