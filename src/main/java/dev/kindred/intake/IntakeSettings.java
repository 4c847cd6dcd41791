package dev.kindred.intake;

import dev.kindred.model.Ids;
import dev.kindred.model.Require;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The limits of valid events.
 *
 * @param maxIdBytes the longest id of a user, an item or an event, in bytes of UTF-8
 * @param futureTolerance how far the clock of a producer may be ahead of ours
 * @param earliest the earliest valid time of an event
 * @param missingIds further words that stand for a missing id, in any case
 */
public record IntakeSettings(
        int maxIdBytes, Duration futureTolerance, Instant earliest, Collection<String> missingIds) {

    /** The limits of a configuration without settings of its own. */
    public static final IntakeSettings DEFAULT =
            new IntakeSettings(256, Duration.ofHours(1), Instant.ofEpochMilli(631_152_000_000L));

    /** Words for a missing value in exports of SQL, Hive, pandas, R, spreadsheets, JavaScript and others. */
    private static final Set<String> MISSING = Set.of(
            "null",
            "nil",
            "nan",
            "none",
            "na",
            "n/a",
            "#n/a",
            "<na>",
            "(null)",
            "<null>",
            "(none)",
            "\\n",
            "undefined",
            "[object object]");

    private static final int MAX_WORD = 15; // the longest of them

    public IntakeSettings {
        missingIds = Set.copyOf(missingIds.stream().map(IntakeSettings::lower).toList());
        Require.that(maxIdBytes >= 1, "maxIdBytes must be positive", maxIdBytes);
        Require.that(!futureTolerance.isNegative(), "futureTolerance must not be negative", futureTolerance);
    }

    /** Limits without further words for a missing id. */
    public IntakeSettings(int maxIdBytes, Duration futureTolerance, Instant earliest) {
        this(maxIdBytes, futureTolerance, earliest, Set.of());
    }

    /**
     * Checks the id of a new record: by the rules of {@link Ids}, and it must not stand for a missing value, nor differ
     * from another id in blanks at its ends or in characters that nobody sees.
     *
     * @return the broken rule; empty if the id is valid
     */
    public Optional<String> idProblem(String id) {
        return Ids.problem(id, maxIdBytes).or(() -> invisible(id)).or(() -> missing(id));
    }

    private static Optional<String> invisible(String id) {
        if (isBlank(id.codePointAt(0)) || isBlank(id.codePointBefore(id.length()))) {
            return Optional.of("begins or ends with a blank");
        }
        return id.codePoints().anyMatch(IntakeSettings::isInvisible)
                ? Optional.of("holds an invisible character")
                : Optional.empty();
    }

    private static boolean isBlank(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
    }

    private static boolean isInvisible(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.FORMAT || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
    }

    private Optional<String> missing(String id) {
        return isMissing(id) ? Optional.of("is '" + id + "', which stands for a missing value") : Optional.empty();
    }

    /** Whether a text stands for a missing value, as NULL does. */
    public boolean isMissing(String text) {
        if (text.length() > MAX_WORD && missingIds.isEmpty()) {
            return false;
        }
        String word = lower(text);
        return MISSING.contains(word) || missingIds.contains(word);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
