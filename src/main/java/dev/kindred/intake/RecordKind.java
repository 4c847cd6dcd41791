package dev.kindred.intake;

import java.util.Locale;

/** The kinds of records from a shop: each has an intake, a topic and a counter. */
public enum RecordKind {
    EVENTS,
    ITEMS,
    MERGES,
    ERASURES,
    USERS;

    /** The kind in the plural, as logs call it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
