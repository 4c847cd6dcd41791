package dev.kindred.admin;

/** The cluster would not do what was asked; the message is one sentence that says what to do about it. */
public final class AdminException extends RuntimeException {

    AdminException(String message) {
        super(message);
    }

    AdminException(String message, Throwable cause) {
        super(message, cause);
    }
}
