package dev.kindred.logs;

/** What a column of a log tells. */
enum Column {
    USER,
    ITEM,
    TYPE,
    TIMESTAMP,
    STRENGTH,
    EVENT_ID,
    AMOUNT
}
