package dev.kindred.logs;

import dev.kindred.math.Spelling;
import dev.kindred.model.RawItem;
import java.util.Collection;
import java.util.OptionalLong;

/** Parses a line into an item; the common part of the two forms. */
abstract class ItemParser {

    /**
     * The item of a line.
     *
     * @throws RejectedLineException if the line is not an item
     */
    abstract RawItem parse(String line) throws RejectedLineException;

    static long time(String name, String text) throws RejectedLineException {
        OptionalLong milliseconds = Timestamps.parse(text);
        if (milliseconds.isEmpty()) {
            throw new RejectedLineException(name + " " + RejectedLineException.shown(text)
                    + " is neither epoch seconds, epoch milliseconds nor ISO-8601 from 1970 on");
        }
        return milliseconds.getAsLong();
    }

    /** The message for an unknown name. */
    static String unknown(String kind, String name, Collection<String> known) {
        String meant = Spelling.nearest(name, known)
                .map(nearest -> ": did you mean " + nearest + "?")
                .orElse("");
        return "there is no " + kind + " " + RejectedLineException.shown(name) + meant;
    }
}
