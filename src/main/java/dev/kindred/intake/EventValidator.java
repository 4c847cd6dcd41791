package dev.kindred.intake;

import dev.kindred.model.Ids;
import dev.kindred.model.Interaction;
import dev.kindred.model.InteractionType;
import dev.kindred.model.ListReference;
import dev.kindred.model.RawInteraction;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** Validates events. */
public record EventValidator(IntakeSettings settings) {

    /** A greater strength would make one event outweigh all others of its user. */
    private static final double MAX_STRENGTH = 1_000_000;

    /** No product costs more, in any currency. */
    private static final double MAX_AMOUNT = 1e12;

    /** The id of a list takes at most 240 characters. */
    private static final int MAX_LIST_ID_BYTES = 256;

    private static final int MAX_POSITION = 1_000_000;

    /**
     * Checks an event.
     *
     * @param nowMs the present time, in epoch milliseconds
     * @return the first broken rule; empty for a valid event
     */
    public Optional<Rejection> check(RawInteraction event, long nowMs) {
        return id(RejectionReason.INVALID_USER, "userId", event.userId())
                .or(() -> id(RejectionReason.INVALID_ITEM, "itemId", event.itemId()))
                .or(() -> eventId(event))
                .or(() -> type(event))
                .or(() -> strength(event))
                .or(() -> amount(event))
                .or(() -> list(event.list()))
                .or(() -> time(event, nowMs));
    }

    private Optional<Rejection> id(RejectionReason reason, String field, String id) {
        return settings.idProblem(id).map(problem -> new Rejection(reason, field + " " + problem));
    }

    private Optional<Rejection> eventId(RawInteraction event) {
        return event.eventId().flatMap(id -> id(RejectionReason.INVALID_EVENT_ID, "eventId", id));
    }

    private static Optional<Rejection> type(RawInteraction event) {
        return event.type().isPresent()
                ? Optional.empty()
                : Optional.of(new Rejection(RejectionReason.UNKNOWN_TYPE, "type is not known to this release"));
    }

    private static Optional<Rejection> strength(RawInteraction event) {
        double strength = event.strength();
        return strength > 0 && strength <= MAX_STRENGTH
                ? Optional.empty()
                : Optional.of(new Rejection(
                        RejectionReason.INVALID_STRENGTH,
                        "strength must be positive and at most 1,000,000, got " + strength));
    }

    private static Optional<Rejection> amount(RawInteraction event) {
        if (event.amount().isEmpty()) {
            return Optional.empty();
        }
        double amount = event.amount().getAsDouble();
        if (!event.type().equals(Optional.of(InteractionType.PURCHASE))) {
            return Optional.of(new Rejection(
                    RejectionReason.INVALID_AMOUNT, "amount is the price paid, so only a purchase may have one"));
        }
        return amount >= 0 && amount <= MAX_AMOUNT
                ? Optional.empty()
                : Optional.of(new Rejection(
                        RejectionReason.INVALID_AMOUNT,
                        "amount must not be negative and at most 1,000,000,000,000, got " + amount));
    }

    private static Optional<Rejection> list(ListReference list) {
        if (list.equals(ListReference.NONE)) {
            return Optional.empty(); // as most events
        }
        return list.listId()
                .flatMap(id -> Ids.problem(id, MAX_LIST_ID_BYTES))
                .map(problem -> "listId " + problem)
                .or(() -> list.scenario().flatMap(Ids::nameProblem).map(problem -> "scenario " + problem))
                .or(() -> list.variant().flatMap(Ids::nameProblem).map(problem -> "variant " + problem))
                .or(() -> position(list.position()))
                .map(problem -> new Rejection(RejectionReason.INVALID_LIST, problem));
    }

    private static Optional<String> position(OptionalInt position) {
        return position.isEmpty() || (position.getAsInt() >= 1 && position.getAsInt() <= MAX_POSITION)
                ? Optional.empty()
                : Optional.of("position must be from 1 to 1,000,000, got " + position.getAsInt());
    }

    private Optional<Rejection> time(RawInteraction event, long nowMs) {
        long timestampMs = event.timestampMs();
        if (timestampMs < settings.earliest().toEpochMilli()) {
            return Optional.of(new Rejection(
                    RejectionReason.INVALID_TIME,
                    "timestampMs " + timestampMs + " is before " + settings.earliest()
                            + ": was it sent in seconds instead of milliseconds?"));
        }
        if (timestampMs > nowMs + settings.futureTolerance().toMillis()) {
            return Optional.of(new Rejection(
                    RejectionReason.INVALID_TIME,
                    "timestampMs " + timestampMs + " is in the future of " + Instant.ofEpochMilli(nowMs)
                            + ": check the clock of the producer"));
        }
        return Optional.empty();
    }

    /**
     * Converts a raw event.
     *
     * @param event an event that {@link #check} accepts
     */
    public static Interaction accepted(RawInteraction event) {
        return new Interaction(
                event.eventId(),
                event.userId(),
                event.itemId(),
                event.type().orElseThrow(),
                event.timestampMs(),
                event.strength(),
                event.amount(),
                event.list());
    }
}
