package dev.kindred.export;

/** An export cannot go on; the message is a sentence that says what can be done. */
public final class ExportException extends RuntimeException {

    ExportException(String message) {
        super(message);
    }

    ExportException(String message, Throwable cause) {
        super(message, cause);
    }
}
