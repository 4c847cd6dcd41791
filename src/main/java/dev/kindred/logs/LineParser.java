package dev.kindred.logs;

import dev.kindred.model.Ids;
import dev.kindred.model.Interaction;
import dev.kindred.model.InteractionType;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Parses a line into an interaction.
 *
 * <p>Not thread safe; owned by one {@link LogReader}.
 */
final class LineParser {

    /** Longer ids are rejected as garbage. Intake may have a lower limit. */
    private static final int MAX_ID_BYTES = 1024;

    private final Layout layout;
    private final FieldSplitter splitter;
    private final String eventIdPrefix;
    private final int user;
    private final int item;
    private final int type;
    private final int timestamp;
    private final int strength;
    private final int eventId;
    private final int amount;

    /**
     * A parser of one file's lines.
     *
     * @param fileName part of the generated id of an event without an id
     */
    LineParser(Layout layout, String fileName) {
        this.layout = layout;
        this.splitter = new FieldSplitter(layout.separator());
        this.eventIdPrefix = fileName + ":";
        this.user = layout.position(Column.USER);
        this.item = layout.position(Column.ITEM);
        this.type = layout.position(Column.TYPE);
        this.timestamp = layout.position(Column.TIMESTAMP);
        this.strength = layout.position(Column.STRENGTH);
        this.eventId = layout.position(Column.EVENT_ID);
        this.amount = layout.position(Column.AMOUNT);
    }

    /**
     * The interaction of a line.
     *
     * @throws RejectedLineException if the line is not an interaction
     */
    Interaction parse(long lineNumber, String line) throws RejectedLineException {
        List<String> fields = splitter.split(line);
        int expected = layout.names().size();
        if (fields.size() != expected) {
            throw new RejectedLineException("line has " + fields.size() + " fields instead of " + expected);
        }
        InteractionType done = type(fields);
        return new Interaction(
                Optional.of(eventId(fields, lineNumber)),
                id(fields.get(user), Column.USER),
                id(fields.get(item), Column.ITEM),
                done,
                timestamp(fields.get(timestamp)),
                strength(fields),
                amount(fields, done));
    }

    private String eventId(List<String> fields, long lineNumber) throws RejectedLineException {
        if (eventId < 0 || fields.get(eventId).isEmpty()) {
            return eventIdPrefix + lineNumber;
        }
        return id(fields.get(eventId), Column.EVENT_ID);
    }

    private String id(String id, Column column) throws RejectedLineException {
        Optional<String> problem = Ids.problem(id, MAX_ID_BYTES);
        if (problem.isPresent()) {
            throw new RejectedLineException(layout.name(column) + " " + problem.get());
        }
        return id;
    }

    private InteractionType type(List<String> fields) throws RejectedLineException {
        if (type < 0) {
            return InteractionType.RATING;
        }
        Optional<InteractionType> known = EventTypes.named(fields.get(type));
        if (known.isEmpty()) {
            throw rejected(Column.TYPE, fields.get(type), "is no known type of event");
        }
        return known.get();
    }

    private long timestamp(String text) throws RejectedLineException {
        OptionalLong milliseconds = Timestamps.parse(text);
        if (milliseconds.isEmpty()) {
            throw rejected(
                    Column.TIMESTAMP, text, "is neither epoch seconds, epoch milliseconds nor ISO-8601 from 1970 on");
        }
        return milliseconds.getAsLong();
    }

    private double strength(List<String> fields) throws RejectedLineException {
        if (strength < 0 || (fields.get(strength).isEmpty() && type >= 0)) {
            return 1;
        }
        String text = fields.get(strength);
        double value = number(text);
        if (!(value > 0) || Double.isInfinite(value)) {
            throw rejected(Column.STRENGTH, text, "is not a positive, finite number");
        }
        return value;
    }

    /** Tables repeat the price of an item on every line; only a purchase has an amount. */
    private OptionalDouble amount(List<String> fields, InteractionType done) throws RejectedLineException {
        if (amount < 0 || done != InteractionType.PURCHASE || fields.get(amount).isEmpty()) {
            return OptionalDouble.empty();
        }
        String text = fields.get(amount);
        double value = number(text);
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw rejected(Column.AMOUNT, text, "is not a finite number from 0 on");
        }
        return OptionalDouble.of(value);
    }

    /** NaN if the text is not a number. */
    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException notANumber) {
            return Double.NaN;
        }
    }

    private RejectedLineException rejected(Column column, String value, String rule) {
        return new RejectedLineException(layout.name(column) + " " + RejectedLineException.shown(value) + " " + rule);
    }
}
