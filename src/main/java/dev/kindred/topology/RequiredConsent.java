package dev.kindred.topology;

import dev.kindred.state.AttributesReader;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The consent without which data of a user change nothing. It is read with every record, so that a change takes effect with
 * the next one.
 */
record RequiredConsent(ConsentSettings settings, AttributesReader reader) {

    /** Whether a user of a task lacks it. Attributes that cannot be read give none. */
    boolean isMissing(ProcessorContext<?, ?> context, String userId) {
        if (!settings.isRequired()) {
            return false;
        }
        KeyValueStore<Bytes, byte[]> attributes = context.getStateStore(Stores.USER_ATTRIBUTES);
        return !settings.isGiven(reader.find(attributes, userId));
    }
}
