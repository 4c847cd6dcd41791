package dev.kindred.logs;

import dev.kindred.math.Spelling;
import dev.kindred.model.RawItem;
import java.util.Collection;
import java.util.OptionalLong;

/** Makes an item of a line, in one of two forms; what both have in common is here. */
abstract class ItemParser {

    /**
     * The item that a line tells of, as it tells of it.
     *
     * @throws RejectedLineException if it tells of none
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

    /** What to say of a name that is none of those there are. */
    static String unknown(String kind, String name, Collection<String> known) {
        String meant = Spelling.nearest(name, known)
                .map(nearest -> ": did you mean " + nearest + "?")
                .orElse("");
        return "there is no " + kind + " " + RejectedLineException.shown(name) + meant;
    }
}
