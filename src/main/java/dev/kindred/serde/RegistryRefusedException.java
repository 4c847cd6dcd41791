package dev.kindred.serde;

import org.apache.kafka.common.errors.ApiException;

/**
 * A schema registry answered, and the answer is no: an incompatible or unregistered schema, missing rights, or a URL behind
 * which there is something else.
 *
 * <p>Asking again gives the same answer; somebody has to change a schema or a setting. Like
 * {@link RegistryUnavailableException} it says nothing about the record at hand: stop rather than send it to the dead letters.
 */
public final class RegistryRefusedException extends ApiException {

    public RegistryRefusedException(String message) {
        super(message);
    }
}
