package dev.kindred.app;

/** The application cannot start or go on; the message says why, for the person who runs it. */
public final class AppDiedException extends RuntimeException {

    AppDiedException(String message) {
        super(message);
    }

    private AppDiedException(String message, Throwable cause) {
        super(message, cause);
    }

    static AppDiedException because(Throwable death) {
        Throwable root = death;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return new AppDiedException("the stream died: " + root.getMessage(), death);
    }
}
