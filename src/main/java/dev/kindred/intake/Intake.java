package dev.kindred.intake;

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
 * Takes records of one kind from those who do not speak to the stream themselves: by the stream's own rules, so that what
 * is accepted here is not refused there. Safe for many threads.
 *
 * @param <R> what comes
 * @param <T> what is kept of it
 */
public final class Intake<R, T> {

    private final Rules<R> rules;
    private final Function<R, T> accepted; // of what breaks no rule
    private final RecordSink<T> sink;
    private final IntakeObserver observer;
    private final Clock clock;

    /** What makes a record acceptable at a time. */
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
     * @param sink takes what is accepted
     * @param observer is told what becomes of every event
     * @param clock tells the present time, by which that of an event is judged
     */
    public static Intake<RawInteraction, Interaction> ofEvents(
            IntakeSettings settings, RecordSink<Interaction> sink, IntakeObserver observer, Clock clock) {
        return new Intake<>(new EventValidator(settings)::check, EventValidator::accepted, sink, observer, clock);
    }

    /**
     * An intake of items.
     *
     * @param sink takes what is accepted
     * @param observer is told what becomes of every change
     */
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

    /**
     * An intake of requests to merge users.
     *
     * @param sink takes what is accepted
     * @param observer is told what becomes of every request
     */
    public static Intake<Merge, Merge> ofMerges(
            IntakeSettings settings, RecordSink<Merge> sink, IntakeObserver observer, Clock clock) {
        MergeValidator validator = new MergeValidator(settings);
        return new Intake<>((merge, nowMs) -> validator.check(merge), merge -> merge, sink, observer, clock);
    }

    /**
     * An intake of what is said of users.
     *
     * @param sink takes what is accepted
     * @param observer is told what becomes of every change
     */
    public static Intake<UserAttributes, UserChange> ofUsers(
            IntakeSettings settings, RecordSink<UserChange> sink, IntakeObserver observer, Clock clock) {
        return new Intake<>(new UserValidator(settings)::check, UserChange::put, sink, observer, clock);
    }

    /**
     * Hands on what is acceptable, and returns when that is kept for good. What is rejected keeps nothing else back.
     *
     * @throws SinkUnavailableException if not all that is acceptable is known to be kept
     */
    public IntakeReport take(List<R> records) {
        long nowMs = clock.millis();
        List<T> acceptable = new ArrayList<>(records.size());
        List<IntakeReport.Line> rejected = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            Optional<Rejection> rejection = rules.check(records.get(i), nowMs);
            if (rejection.isPresent()) {
                rejected.add(new IntakeReport.Line(i, rejection.get()));
            } else {
                acceptable.add(accepted.apply(records.get(i)));
            }
        }
        observer.ended(IntakeResult.REJECTED, rejected.size());
        keep(acceptable);
        return new IntakeReport(acceptable.size(), rejected);
    }

    /**
     * Hands on what no rule need be asked about, and returns when it is kept for good.
     *
     * @throws SinkUnavailableException if not all of it is known to be kept
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
