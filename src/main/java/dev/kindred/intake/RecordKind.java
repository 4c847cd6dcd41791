package dev.kindred.intake;

import java.util.Locale;

/** What a shop sends: each kind has an intake, a topic and a counter. */
public enum RecordKind {
    EVENTS,
    ITEMS,
    MERGES,
    USERS;

    /** The kind in the plural, as logs call it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
