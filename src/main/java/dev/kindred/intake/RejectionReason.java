package dev.kindred.intake;

/**
 * Why an event, an item, a merge or a user's attributes are rejected. The names are part of dead letters' headers: do
 * not rename them.
 */
public enum RejectionReason {
    /** The bytes are not a record of the expected schema. */
    UNDECODABLE,
    /** The user is missing, its id is invalid, or a user is to be merged into itself. */
    INVALID_USER,
    /** The item is missing, or its id is invalid. */
    INVALID_ITEM,
    /** The event's id is invalid. */
    INVALID_EVENT_ID,
    /** This release does not know the type of the event. */
    UNKNOWN_TYPE,
    /** The strength is not positive, or too great. */
    INVALID_STRENGTH,
    /** A time is in the future, or too early. */
    INVALID_TIME,
    /** The price of an item has an invalid amount or currency. Not used for events, and therefore in no dead letter. */
    INVALID_PRICE,
    /** The amount paid is invalid, or the event is not a purchase. */
    INVALID_AMOUNT,
    /**
     * A user has too many or too long attributes, or one without a name. Not used for events, and therefore in no dead
     * letter.
     */
    INVALID_ATTRIBUTES,
    /** The id, scenario, variant or position of the list that showed the item is invalid. */
    INVALID_LIST,
    /** Only items of the catalog are learned and it does not have this one, or there is no room for further items. */
    UNKNOWN_ITEM
}
