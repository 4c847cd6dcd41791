package dev.kindred.profile;

import java.util.Locale;

/** The stage of a user, see {@link ProfileSettings#lifecycle}. */
public enum Lifecycle {
    /** Active, with few events so far. */
    NEW,
    /** Active recently. */
    ACTIVE,
    /** Inactive for a while. */
    LAPSING,
    /** Inactive for so long that a return is not expected. */
    LAPSED;

    /** The name in lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
