package dev.kindred.model;

import java.util.Optional;
import java.util.regex.Pattern;

/** The rules for ids of users and items. */
public final class Ids {

    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,64}");

    private static final String NAME_RULE = "must be lower-case letters, digits and hyphens, at most 64";

    private Ids() {}

    /**
     * Checks an id. It must not be empty, too long, or contain a control character (one separates the parts of a {@link
     * CellKey}) or an unpaired surrogate (UTF-8 cannot encode it).
     *
     * @param maxBytes the longest acceptable id, in bytes of UTF-8
     * @return the broken rule, without the id, which may be personal data; empty if the id is valid
     */
    public static Optional<String> problem(CharSequence id, int maxBytes) {
        if (id.isEmpty()) {
            return Optional.of("is empty");
        }
        if (id.length() > maxBytes) {
            return tooLong(maxBytes);
        }
        int bytes = 0;
        boolean hasControl = false;
        boolean hasSurrogate = false;
        for (int i = 0; i < id.length(); ) { // every event comes here several times: no stream, no copy
            int codePoint = Character.codePointAt(id, i);
            i += Character.charCount(codePoint);
            bytes += bytesOf(codePoint);
            hasControl |= Character.isISOControl(codePoint);
            hasSurrogate |= isSurrogate(codePoint);
        }
        if (bytes > maxBytes) {
            return tooLong(maxBytes);
        }
        if (hasControl) {
            return Optional.of("holds a control character");
        }
        return hasSurrogate ? Optional.of("holds an unpaired surrogate") : Optional.empty();
    }

    private static Optional<String> tooLong(int maxBytes) {
        return Optional.of("is longer than " + maxBytes + " bytes");
    }

    /** In UTF-8, where an unpaired surrogate becomes a question mark. */
    private static int bytesOf(int codePoint) {
        if (codePoint < 0x80 || isSurrogate(codePoint)) {
            return 1;
        }
        return codePoint < 0x800 ? 2 : codePoint < Character.MIN_SUPPLEMENTARY_CODE_POINT ? 3 : 4;
    }

    /**
     * Checks the name of a scenario or a segment.
     *
     * @throws IllegalArgumentException unless it is 1 to 64 lower-case letters, digits and hyphens
     */
    public static void checkName(String name) {
        Require.that(nameProblem(name).isEmpty(), "name " + NAME_RULE, name);
    }

    /** The broken rule of the name of a scenario, a variant or a segment; empty if the name is valid. */
    public static Optional<String> nameProblem(String name) {
        return NAME.matcher(name).matches() ? Optional.empty() : Optional.of(NAME_RULE);
    }

    private static boolean isSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
