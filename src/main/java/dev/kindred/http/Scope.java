package dev.kindred.http;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** The scopes of keys: what a caller may do. */
public enum Scope {
    /** Needs no key. */
    OPEN,
    /** Needs a key, with any scope. */
    ANY,
    /** Send events. */
    EVENTS,
    /** Read recommendations and other lists. */
    READ,
    /** Read the reasons of recommendations, and profiles. */
    EXPLAIN,
    /** Change the catalog; includes {@link #EVENTS}. */
    WRITE,
    /** Everything, also data of single users and of the instance. */
    ADMIN;

    /** The scopes of keys, in words. */
    public static final String WORDS = "events, read, explain, write, admin";

    /** Whether the granted scopes include this one. */
    public boolean isIn(Set<Scope> granted) {
        return this == OPEN
                || (this == ANY && !granted.isEmpty())
                || granted.contains(this)
                || granted.contains(ADMIN)
                || (this == EVENTS && granted.contains(WRITE));
    }

    /**
     * Parses the name of a scope of a key.
     *
     * @throws IllegalArgumentException if no scope has this name
     */
    public static Scope of(String word) {
        return Arrays.stream(values())
                .filter(scope -> scope != OPEN && scope != ANY && scope.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("scopes must be some of " + WORDS));
    }

    /** The name in lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
