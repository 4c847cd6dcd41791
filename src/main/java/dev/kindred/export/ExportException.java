package dev.kindred.export;

/** An export cannot continue; the message is a sentence that states the remedy. */
public final class ExportException extends RuntimeException {

    ExportException(String message) {
        super(message);
    }

    ExportException(String message, Throwable cause) {
        super(message, cause);
    }
}
