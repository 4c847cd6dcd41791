package dev.kindred.app;

import java.util.Optional;

/** The application cannot start or continue. The message gives the operator the reason. */
public final class AppDiedException extends RuntimeException {

    private final boolean statesRemedy;

    AppDiedException(String message) {
        super(message);
        this.statesRemedy = true;
    }

    private AppDiedException(String message, Throwable cause, boolean statesRemedy) {
        super(message, cause);
        this.statesRemedy = statesRemedy;
    }

    /** @param explanation of the cause, where there is a better one than its own message */
    static AppDiedException because(Throwable cause, Optional<String> explanation) {
        Throwable root = cause;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String reason = root instanceof UnsatisfiedLinkError
                ? "the native library of RocksDB cannot be loaded, because the directory for temporary files does not allow"
                        + " execution, or the processor is of another kind: set the variable ROCKSDB_SHAREDLIB_DIR to a"
                        + " directory that allows it (" + root.getMessage() + ")"
                : String.valueOf(root.getMessage());
        return new AppDiedException("the stream died: " + explanation.orElse(reason), cause, false);
    }

    static AppDiedException because(StoreFailure failure, Throwable cause) {
        return new AppDiedException(failure.sentence(), cause, true);
    }

    /** Whether the message states the remedy. */
    public boolean statesRemedy() {
        return statesRemedy;
    }
}
