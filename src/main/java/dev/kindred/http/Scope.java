package dev.kindred.http;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** What a caller may do. */
public enum Scope {
    /** What anybody may do, also without a key. */
    OPEN,
    /** Ask what to show. */
    READ,
    /** Send what shoppers do, and what the shop says of its items. */
    WRITE,
    /** Look at single users and at the instance; whoever may do that may also read and write. */
    ADMIN;

    /** Whether a caller with some scopes has this one: reading and writing do not include each other. */
    public boolean isIn(Set<Scope> granted) {
        return this == OPEN || granted.contains(this) || granted.contains(ADMIN);
    }

    /**
     * Reads the name of what a key can be for.
     *
     * @throws IllegalArgumentException if there is nothing of this name
     */
    public static Scope of(String word) {
        return Arrays.stream(values())
                .filter(scope -> scope != OPEN && scope.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("scopes must be some of read, write, admin"));
    }

    /** The name as people write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
