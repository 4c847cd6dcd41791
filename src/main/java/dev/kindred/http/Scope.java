package dev.kindred.http;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** The scopes of keys: what a caller may do. */
public enum Scope {
    /** Needs no key. */
    OPEN,
    /** Read recommendations and other lists. */
    READ,
    /** Send events, items and other data of the shop. */
    WRITE,
    /** Read data of single users and of the instance; includes {@link #READ} and {@link #WRITE}. */
    ADMIN;

    /** Whether the granted scopes include this one. {@link #READ} and {@link #WRITE} do not include each other. */
    public boolean isIn(Set<Scope> granted) {
        return this == OPEN || granted.contains(this) || granted.contains(ADMIN);
    }

    /**
     * Parses the name of a scope of a key.
     *
     * @throws IllegalArgumentException if no scope has this name
     */
    public static Scope of(String word) {
        return Arrays.stream(values())
                .filter(scope -> scope != OPEN && scope.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("scopes must be some of read, write, admin"));
    }

    /** The name in lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
