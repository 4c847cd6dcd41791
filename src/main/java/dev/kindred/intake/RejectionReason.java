package dev.kindred.intake;

/** Why an event or an item cannot be accepted. The names stand in the headers of dead letters: do not rename them. */
public enum RejectionReason {
    /** The bytes are no event of a known schema. */
    UNDECODABLE,
    /** There is no user, or its id is not acceptable. */
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
    INVALID_AMOUNT
}
