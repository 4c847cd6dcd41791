package dev.kindred.logs;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The meaning of a column of a log, or of a field of a JSON event. */
enum Column {
    USER("user_id"),
    ITEM("item_id"),
    TYPE("event_type"),
    TIMESTAMP("timestamp"),
    STRENGTH("strength"),
    EVENT_ID("event_id"),
    /** Paid for all pieces, or for one where there is a quantity. */
    AMOUNT("amount"),
    QUANTITY("quantity");

    /** Those that every event has; without a type, a format says which one its events have. */
    static final List<Column> REQUIRED = List.of(USER, ITEM, TYPE, TIMESTAMP);

    private final String title;

    Column(String title) {
        this.title = title;
    }

    /** Its name in our own format, and in {@code --map}. */
    String title() {
        return title;
    }

    static Optional<Column> named(String title) {
        return Arrays.stream(values())
                .filter(column -> column.title.equals(title.toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
