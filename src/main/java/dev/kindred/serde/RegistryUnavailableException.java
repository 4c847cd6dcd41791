package dev.kindred.serde;

import org.apache.kafka.common.errors.RetriableException;

/**
 * No schema registry answered, although each was asked several times.
 *
 * <p>Says nothing about the record at hand, which may be perfectly good: stop, or ask again later, and keep it out of the
 * dead letters.
 */
public final class RegistryUnavailableException extends RetriableException {

    public RegistryUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
