package dev.kindred.feedback;

import dev.kindred.model.Strategy;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The key by which outcomes are counted.
 *
 * @param scenario of the list; empty if it is not known
 * @param variant of the scenario; empty without an experiment
 * @param listed whether the list had an id of this deployment
 * @param strategy that contributed most to the item; empty if it is not known, and for what counts whole lists
 * @param position of the item, from 1; {@link ListOrigin#POSITIONS} + 1 for all later ones; 0 if it is not known, and for
 *     what counts whole lists
 * @param day of UTC when the list was made
 */
public record OutcomeKey(
        String scenario, String variant, boolean listed, Optional<Strategy> strategy, int position, LocalDate day) {

    /** The day of a key that is given as text. */
    public static LocalDate dayOf(String text) {
        return LocalDate.parse(text.substring(text.lastIndexOf('|') + 1));
    }

    /** The key as text: names have no bar. */
    public String text() {
        return String.join(
                "|",
                scenario,
                variant,
                listed ? "listed" : "unlisted",
                strategy.map(Enum::name).orElse(""),
                Integer.toString(position),
                day.toString());
    }
}
