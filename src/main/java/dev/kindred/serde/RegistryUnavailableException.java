package dev.kindred.serde;

import org.apache.kafka.common.errors.RetriableException;

/**
 * No schema registry answered, after several attempts at each.
 *
 * <p>The record may be good: stop, or retry later, but do not send it to the dead letters.
 */
public final class RegistryUnavailableException extends RetriableException {

    public RegistryUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
