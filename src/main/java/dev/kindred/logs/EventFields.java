package dev.kindred.logs;

import dev.kindred.intake.Decimals;
import dev.kindred.intake.EventValidator;
import dev.kindred.intake.IntakeSettings;
import dev.kindred.intake.Rejection;
import dev.kindred.model.Interaction;
import dev.kindred.model.InteractionType;
import dev.kindred.model.RawInteraction;
import java.util.Optional;
import java.util.OptionalDouble;

/** Makes an event of the texts of its fields, whatever they come from, and applies the rules of the stream. */
final class EventFields {

    /** The texts of one event by their meaning; empty where the event has none. */
    interface Texts {
        String get(Column column);

        /** The name of a column in a message. */
        String name(Column column);
    }

    private final LogSettings settings;
    private final IntakeSettings rules;
    private final EventValidator validator;
    private final Timestamps timestamps;
    private final boolean commas; // may be decimal

    /** @param commas whether a comma may separate the decimals of a number */
    EventFields(LogSettings settings, boolean commas) {
        this.settings = settings;
        this.rules = settings.rules();
        this.validator = new EventValidator(rules);
        this.timestamps = new Timestamps(settings.zone());
        this.commas = commas;
    }

    /**
     * The event.
     *
     * @param byDefault the type, if no field tells it
     * @param defaultId the id of an event without one
     */
    Interaction event(Texts texts, Optional<InteractionType> byDefault, String defaultId) throws RejectedLineException {
        String eventId = texts.get(Column.EVENT_ID);
        InteractionType type = byDefault.isPresent() ? byDefault.get() : type(texts);
        return accepted(new RawInteraction(
                Optional.of(eventId.isEmpty() ? defaultId : id(texts, Column.EVENT_ID)),
                id(texts, Column.USER),
                id(texts, Column.ITEM),
                Optional.of(type),
                timestamp(texts),
                strength(texts, byDefault.isPresent() && type == InteractionType.RATING),
                amount(texts, type)));
    }

    /** The event, if the rules of the stream accept it. */
    Interaction accepted(RawInteraction event) throws RejectedLineException {
        Optional<Rejection> rejection = validator.check(event, settings.clock().millis());
        if (rejection.isPresent()) {
            throw new RejectedLineException(rejection.get().detail());
        }
        return EventValidator.accepted(event);
    }

    private String id(Texts texts, Column column) throws RejectedLineException {
        String id = texts.get(column);
        Optional<String> problem = rules.idProblem(id);
        if (problem.isPresent()) {
            throw new RejectedLineException(texts.name(column) + " " + problem.get());
        }
        return id;
    }

    private InteractionType type(Texts texts) throws RejectedLineException {
        String name = texts.get(Column.TYPE);
        Optional<InteractionType> known = settings.type(name);
        if (known.isEmpty()) {
            throw rejected(texts, Column.TYPE, LogLine.Rejected.UNKNOWN_TYPE);
        }
        return known.get();
    }

    private long timestamp(Texts texts) throws RejectedLineException {
        try {
            return timestamps.parse(texts.get(Column.TIMESTAMP));
        } catch (Timestamps.NoTimeException e) {
            throw rejected(texts, Column.TIMESTAMP, String.valueOf(e.getMessage()));
        }
    }

    private double strength(Texts texts, boolean isRequired) throws RejectedLineException {
        String text = texts.get(Column.STRENGTH);
        if (text.isEmpty() && !isRequired) {
            return 1;
        }
        OptionalDouble value = number(text);
        if (value.isEmpty() || !(value.getAsDouble() > 0)) {
            throw rejected(texts, Column.STRENGTH, "is not a positive, finite number");
        }
        return value.getAsDouble();
    }

    /** Tables repeat the price of an item on every line; only a purchase has an amount. */
    private OptionalDouble amount(Texts texts, InteractionType type) throws RejectedLineException {
        String text = texts.get(Column.AMOUNT);
        if (type != InteractionType.PURCHASE || text.isEmpty()) {
            return OptionalDouble.empty();
        }
        OptionalDouble value = number(text);
        if (value.isEmpty() || value.getAsDouble() < 0) {
            throw rejected(texts, Column.AMOUNT, "is not a finite number from 0 on");
        }
        String pieces = texts.get(Column.QUANTITY);
        OptionalDouble quantity = pieces.isEmpty() ? OptionalDouble.of(1) : number(pieces);
        if (quantity.isEmpty() || quantity.getAsDouble() < 0) {
            throw rejected(texts, Column.QUANTITY, "is not a number from 0 on");
        }
        return OptionalDouble.of(value.getAsDouble() * quantity.getAsDouble());
    }

    private OptionalDouble number(String text) {
        boolean decimalComma = commas && text.indexOf('.') < 0 && text.indexOf(',') == text.lastIndexOf(',');
        return Decimals.parse(decimalComma ? text.replace(',', '.') : text);
    }

    private static RejectedLineException rejected(Texts texts, Column column, String rule) {
        return new RejectedLineException(
                texts.name(column) + " " + RejectedLineException.shown(texts.get(column)) + " " + rule);
    }
}
