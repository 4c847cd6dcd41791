package dev.kindred.intake;

/** Why an event, an item or a merge cannot be accepted. The names stand in the headers of dead letters: do not rename them. */
public enum RejectionReason {
    /** The bytes are no record of a known schema, or not of the one that belongs there. */
    UNDECODABLE,
    /** There is no user, its id is not acceptable, or a user is to be merged into itself. */
    INVALID_USER,
    /** There is no item, or its id is not acceptable. */
    INVALID_ITEM,
    /** The event's own id is not acceptable. */
    INVALID_EVENT_ID,
    /** The type of the event is not known to this release. */
    UNKNOWN_TYPE,
    /** The strength is not a positive number, or beyond any that can be meant. */
    INVALID_STRENGTH,
    /** A time lies in the future, or before any that can be meant. */
    INVALID_TIME,
    /** The price of an item has no amount or no currency that can be meant; of no event, and so in no dead letter. */
    INVALID_PRICE,
    /** What was paid is no amount that can be meant, or the event is no purchase. */
    INVALID_AMOUNT,
    /** What is said of a user is too much, or has no name; of no event, and so in no dead letter. */
    INVALID_ATTRIBUTES
}
