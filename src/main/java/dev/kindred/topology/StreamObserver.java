package dev.kindred.topology;

import dev.kindred.feedback.FeedbackResult;
import dev.kindred.intake.RejectionReason;
import dev.kindred.model.InteractionType;

/**
 * Receives the outcomes of events and merges, for metrics. Outcomes of an aborted transaction are reported again when
 * it is repeated.
 *
 * <p>All stream threads call it, several times per event: it must be safe for many threads, return at once, throw
 * nothing, and leave nothing to the garbage collector.
 */
public interface StreamObserver {

    /** Ignores everything. */
    StreamObserver NONE = new StreamObserver() {};

    /** An event was accepted in the partition of its user; each one is, once. */
    default void accepted(InteractionType type) {}

    /** An event was sent on to the partition of its user, where it will be accepted. */
    default void rerouted() {}

    /** A station was done with a request to merge two users. */
    default void merged(MergeOutcome outcome) {}

    /** A request to forget a user was carried out. */
    default void erased(ErasureOutcome outcome) {}

    /** A user was erased who was not seen for longer than the retention of vectors. */
    default void expired() {}

    /** An event or a moved vector was dropped, because its user was erased after it. */
    default void droppedAsErased() {}

    /**
     * An event was attributed, or not. Called where feedback is enabled.
     *
     * @param isForeign whether it names a list that is not of this deployment
     */
    default void attributed(InteractionType type, FeedbackResult result, boolean isForeign) {}

    /** An event or a moved vector was dropped, because its user has not given the required consent. */
    default void droppedWithoutConsent() {}

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

    /** Lists have learned from an event. */
    default void learnedFromLists() {}

    /** The changed similar items of an item, or a tombstone, were published. */
    default void similarItemsPublished() {}
}
