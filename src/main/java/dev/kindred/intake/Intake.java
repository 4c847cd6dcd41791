package dev.kindred.intake;

import dev.kindred.model.ErasureRequest;
import dev.kindred.model.Interaction;
import dev.kindred.model.ItemChange;
import dev.kindred.model.Merge;
import dev.kindred.model.RawInteraction;
import dev.kindred.model.RawItem;
import dev.kindred.model.UserAttributes;
import dev.kindred.model.UserChange;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Accepts records of one kind from clients outside the stream. It applies the stream's own rules, so the stream does
 * not reject a record that was accepted here. Its sink receives the accepted records, and its observer counts the result
 * of every record. Thread safe.
 *
 * @param <R> the type of raw records
 * @param <T> the type of accepted records
 */
public final class Intake<R, T> {

    private final Rules<R> rules;
    private final Function<R, T> accepted; // converts a valid record
    private final RecordSink<T> sink;
    private final IntakeObserver observer;
    private final Clock clock;

    /** The rules for a record at a time. */
    private interface Rules<R> {
        Optional<Rejection> check(R record, long nowMs);
    }

    private Intake(Rules<R> rules, Function<R, T> accepted, RecordSink<T> sink, IntakeObserver observer, Clock clock) {
        this.rules = rules;
        this.accepted = accepted;
        this.sink = sink;
        this.observer = observer;
        this.clock = clock;
    }

    /**
     * An intake of events.
     *
     * @param clock gives the present time, against which events' times are checked
     */
    public static Intake<RawInteraction, Interaction> ofEvents(
            IntakeSettings settings, RecordSink<Interaction> sink, IntakeObserver observer, Clock clock) {
        return new Intake<>(new EventValidator(settings)::check, EventValidator::accepted, sink, observer, clock);
    }

    /** An intake of items. */
    public static Intake<RawItem, ItemChange> ofItems(
            IntakeSettings settings, RecordSink<ItemChange> sink, IntakeObserver observer, Clock clock) {
        ItemValidator validator = new ItemValidator(settings);
        return new Intake<>(
                (item, nowMs) -> validator.check(item),
                item -> ItemChange.put(ItemValidator.accepted(item)),
                sink,
                observer,
                clock);
    }

    /** An intake of requests to merge users. */
    public static Intake<Merge, Merge> ofMerges(
            IntakeSettings settings, RecordSink<Merge> sink, IntakeObserver observer, Clock clock) {
        MergeValidator validator = new MergeValidator(settings);
        return new Intake<>((merge, nowMs) -> validator.check(merge), merge -> merge, sink, observer, clock);
    }

    /** An intake of requests to forget users. */
    public static Intake<ErasureRequest, ErasureRequest> ofErasures(
            IntakeSettings settings, RecordSink<ErasureRequest> sink, IntakeObserver observer, Clock clock) {
        ErasureValidator validator = new ErasureValidator(settings);
        return new Intake<>((request, nowMs) -> validator.check(request), request -> request, sink, observer, clock);
    }

    /** An intake of user attributes. */
    public static Intake<UserAttributes, UserChange> ofUsers(
            IntakeSettings settings, RecordSink<UserChange> sink, IntakeObserver observer, Clock clock) {
        return new Intake<>(new UserValidator(settings)::check, UserChange::put, sink, observer, clock);
    }

    /**
     * Sends the valid records, and returns when they are durable. Invalid records do not hold up valid ones.
     *
     * @throws SinkUnavailableException if not all valid records are confirmed
     */
    public IntakeReport take(List<R> records) {
        return takeReadable(records.stream().<Reading<R>>map(Reading.Read::new).toList());
    }

    /**
     * Sends the valid ones of records that were read one by one, as {@link #take} does.
     *
     * @throws SinkUnavailableException if not all valid records are confirmed
     */
    public IntakeReport takeReadable(List<Reading<R>> readings) {
        long nowMs = clock.millis();
        List<T> acceptable = new ArrayList<>(readings.size());
        List<IntakeReport.Line> rejected = new ArrayList<>();
        for (int i = 0; i < readings.size(); i++) {
            int index = i;
            judge(readings.get(i), nowMs, acceptable)
                    .ifPresent(rule -> rejected.add(new IntakeReport.Line(index, rule.reason(), rule.detail())));
        }
        observer.ended(IntakeResult.REJECTED, rejected.size());
        keep(acceptable);
        return new IntakeReport(acceptable.size(), rejected);
    }

    private Optional<Rejection> judge(Reading<R> reading, long nowMs, List<T> acceptable) {
        if (reading instanceof Reading.Failed<R> unreadable) {
            return Optional.of(unreadable.rejection());
        }
        R record = ((Reading.Read<R>) reading).record();
        Optional<Rejection> rejection = rules.check(record, nowMs);
        if (rejection.isEmpty()) {
            acceptable.add(accepted.apply(record));
        }
        return rejection;
    }

    /**
     * Sends records that need no check, and returns when they are durable.
     *
     * @throws SinkUnavailableException if not all records are confirmed
     */
    public void keep(List<T> acceptable) {
        int kept = 0;
        try {
            if (!acceptable.isEmpty()) {
                sink.send(acceptable);
            }
            kept = acceptable.size();
        } catch (SinkUnavailableException e) {
            kept = e.kept();
            throw e;
        } finally {
            observer.ended(IntakeResult.ACCEPTED, kept);
            observer.ended(IntakeResult.FAILED, acceptable.size() - kept);
        }
    }
}
