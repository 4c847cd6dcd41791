package dev.kindred.app;

/** The application cannot start or continue. The message gives the operator the reason. */
public final class AppDiedException extends RuntimeException {

    AppDiedException(String message) {
        super(message);
    }

    private AppDiedException(String message, Throwable cause) {
        super(message, cause);
    }

    static AppDiedException because(Throwable cause) {
        Throwable root = cause;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return new AppDiedException("the stream died: " + root.getMessage(), cause);
    }
}
