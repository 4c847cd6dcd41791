package dev.kindred.logs;

/** The meaning of a column of a log. */
enum Column {
    USER,
    ITEM,
    TYPE,
    TIMESTAMP,
    STRENGTH,
    EVENT_ID,
    AMOUNT
}
