package dev.kindred.admin;

/** A request to the cluster failed; the message is one sentence that states the remedy. */
public final class AdminException extends RuntimeException {

    AdminException(String message) {
        super(message);
    }

    AdminException(String message, Throwable cause) {
        super(message, cause);
    }
}
