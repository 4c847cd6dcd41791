package dev.kindred.topology;

import dev.kindred.intake.RejectionReason;
import dev.kindred.model.InteractionType;

/**
 * Is told what becomes of events and merges, so that it can be counted. What a transaction takes back is told again when it is
 * done again.
 *
 * <p>All stream threads call it, several times per event: it must be safe for many threads, return at once, throw
 * nothing, and leave nothing to the garbage collector.
 */
public interface StreamObserver {

    /** Takes no notice of anything. */
    StreamObserver NONE = new StreamObserver() {};

    /** An event was accepted in the partition of its user; each one is, once. */
    default void accepted(InteractionType type) {}

    /** An event was sent on to the partition of its user, where it will be accepted. */
    default void rerouted() {}

    /** A station was done with a request to merge two users. */
    default void merged(MergeOutcome outcome) {}

    /** A record became a dead letter. */
    default void rejected(RejectionReason reason) {}

    /**
     * A user's list was computed.
     *
     * @param elapsedNs what finding neighbors and computing the list took
     * @param latencyMs from the arrival of the event that caused it until now, by two clocks: the brokers' and ours;
     *     what is older than a day counts as a day
     */
    default void refreshed(long elapsedNs, long latencyMs) {}

    /** What goes with an item was published, or taken back, since it had changed. */
    default void similarItemsPublished() {}
}
