package dev.kindred.model;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What makes the id of a user or an item acceptable. */
public final class Ids {

    private Ids() {}

    /**
     * Says what is wrong with an id, if anything is: empty, too long, or holding a control character (one of which
     * separates the parts of a {@link CellKey}) or an unpaired surrogate (which UTF-8 cannot carry).
     *
     * @param maxBytes the longest acceptable id, in bytes of UTF-8
     * @return the rule that is broken, without the id itself, which may be personal; empty when the id is acceptable
     */
    public static Optional<String> problem(CharSequence id, int maxBytes) {
        if (id.isEmpty()) {
            return Optional.of("is empty");
        }
        if (id.length() > maxBytes || id.toString().getBytes(StandardCharsets.UTF_8).length > maxBytes) {
            return Optional.of("is longer than " + maxBytes + " bytes");
        }
        if (id.chars().anyMatch(Character::isISOControl)) {
            return Optional.of("holds a control character");
        }
        if (id.codePoints().anyMatch(Ids::isSurrogate)) {
            return Optional.of("holds an unpaired surrogate");
        }
        return Optional.empty();
    }

    private static boolean isSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
