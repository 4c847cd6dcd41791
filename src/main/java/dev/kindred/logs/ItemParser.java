package dev.kindred.logs;

import dev.kindred.math.Spelling;
import dev.kindred.model.Ids;
import dev.kindred.model.Item;
import dev.kindred.model.Price;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Makes an item of a line, in one of two forms; what both have in common is here. */
abstract class ItemParser {

    /** Longer ids are taken for garbage. Intake may have a tighter bound. */
    private static final int MAX_ID_BYTES = 1024;

    /**
     * The item that a line tells of.
     *
     * @throws RejectedLineException if it tells of none
     */
    abstract Item parse(String line) throws RejectedLineException;

    static String id(String name, String id) throws RejectedLineException {
        Optional<String> problem = Ids.problem(id, MAX_ID_BYTES);
        if (problem.isPresent()) {
            throw new RejectedLineException(name + " " + problem.get());
        }
        return id;
    }

    static Price price(double amount, String currency) throws RejectedLineException {
        try {
            return new Price(amount, currency);
        } catch (IllegalArgumentException e) {
            throw new RejectedLineException("price: " + e.getMessage());
        }
    }

    static long time(String name, String text) throws RejectedLineException {
        OptionalLong milliseconds = Timestamps.parse(text);
        if (milliseconds.isEmpty()) {
            throw new RejectedLineException(name + " " + RejectedLineException.shown(text)
                    + " is neither epoch seconds, epoch milliseconds nor ISO-8601 from 1970 on");
        }
        return milliseconds.getAsLong();
    }

    /** Names without the blanks around them, each once, none of them empty. */
    static List<String> tidy(Collection<String> names) {
        return names.stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    /** What to say of a name that is none of those there are. */
    static String unknown(String kind, String name, Collection<String> known) {
        String meant = Spelling.nearest(name, known)
                .map(nearest -> ": did you mean " + nearest + "?")
                .orElse("");
        return "there is no " + kind + " " + RejectedLineException.shown(name) + meant;
    }
}
