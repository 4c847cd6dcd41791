package dev.kindred.serde;

import org.apache.kafka.common.errors.ApiException;

/**
 * A schema registry refused a request: the schema is incompatible or unregistered, rights are missing, or the URL is
 * not that of a registry.
 *
 * <p>A retry gives the same answer; change a schema or a setting. As with {@link RegistryUnavailableException}, the
 * record may be good: stop instead of sending it to the dead letters.
 */
public final class RegistryRefusedException extends ApiException {

    public RegistryRefusedException(String message) {
        super(message);
    }
}
