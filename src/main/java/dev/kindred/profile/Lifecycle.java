package dev.kindred.profile;

import java.util.Locale;

/** Where a user stands between coming and having gone, see {@link ProfileSettings#lifecycle}. */
public enum Lifecycle {
    /** Here, and little known yet. */
    NEW,
    /** Here. */
    ACTIVE,
    /** Not seen for a while. */
    LAPSING,
    /** Not seen for so long that nobody expects a return. */
    LAPSED;

    /** As people write it: in lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
