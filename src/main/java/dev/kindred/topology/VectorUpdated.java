package dev.kindred.topology;

import dev.kindred.vector.UserVector;
import dev.kindred.vector.VectorChange;
import java.util.Optional;

/**
 * An update of a user's vector, and the vector after it, on their way through one task.
 *
 * @param eventId the id of the learned event; empty if it had none, and for a merged vector
 * @param item at hand, by its number: that of the event, or the one touched last
 * @param timestampMs when that was, in epoch milliseconds
 * @param vector of the user; live: later events of the user change it
 * @param change the change of the vector; empty for a duplicate, which changes nothing, and for a merged vector
 */
record VectorUpdated(
        Optional<String> eventId, int item, long timestampMs, UserVector vector, Optional<VectorChange> change) {}
