package dev.kindred.admin;

import org.apache.kafka.common.errors.TimeoutException;

/** A request to the cluster failed; the message is one sentence that states the remedy. */
public final class AdminException extends RuntimeException {

    private static final String UNRESOLVED = "No resolvable bootstrap urls"; // the words of Kafka's clients

    AdminException(String message) {
        super(message);
    }

    AdminException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Whether a later attempt may succeed without a change: no broker answered, or no name of one could be resolved. */
    public boolean mayPass() {
        return getCause() instanceof TimeoutException
                || String.valueOf(getMessage()).contains(UNRESOLVED);
    }
}
