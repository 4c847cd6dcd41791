package dev.kindred.topology;

import dev.kindred.model.Interaction;
import dev.kindred.vector.UserVector;
import dev.kindred.vector.VectorChange;
import java.util.Optional;

/**
 * An event and the vector after it, on their way through one task.
 *
 * @param event the event
 * @param vector of its user; live: later events of the user change it
 * @param change what the event did; empty for a repeat, which changes nothing
 */
record Learned(Interaction event, UserVector vector, Optional<VectorChange> change) {}
