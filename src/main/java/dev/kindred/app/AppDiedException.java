package dev.kindred.app;

import dev.kindred.serde.RegistryRefusedException;
import dev.kindred.serde.RegistryUnavailableException;
import dev.kindred.state.SealedValueException;
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
        for (Throwable part = cause; part != null; part = part.getCause()) {
            if (part instanceof RegistryUnavailableException
                    || part instanceof RegistryRefusedException
                    || part instanceof SealedValueException) {
                return new AppDiedException("the stream died: " + part.getMessage(), cause, true);
            }
        }
        Throwable root = deepest(cause);
        String reason = root instanceof UnsatisfiedLinkError
                ? "the native library of RocksDB cannot be loaded, because the directory for temporary files does not allow"
                        + " execution, or the processor is of another kind: set the variable ROCKSDB_SHAREDLIB_DIR to a"
                        + " directory that allows it (" + root.getMessage() + ")"
                : Optional.ofNullable(root.getMessage()).orElse(root.getClass().getSimpleName());
        return new AppDiedException("the stream died: " + explanation.orElse(reason), cause, false);
    }

    /** The deepest cause that says something. */
    private static Throwable deepest(Throwable failure) {
        Throwable deepest = failure;
        for (Throwable part = failure; part != null; part = part.getCause()) {
            deepest = part.getMessage() == null ? deepest : part;
        }
        return deepest;
    }

    /**
     * Returns unless an exception is caused by one of a type whose message states the remedy.
     *
     * @throws AppDiedException with that message
     */
    static void ifCausedBy(Class<? extends RuntimeException> type, RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                throw new AppDiedException(String.valueOf(cause.getMessage()), failure, true);
            }
        }
    }

    static AppDiedException because(StoreFailure failure, Throwable cause) {
        return new AppDiedException(failure.sentence(), cause, true);
    }

    /** Whether the message states the remedy. */
    public boolean statesRemedy() {
        return statesRemedy;
    }
}
