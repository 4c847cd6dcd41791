package dev.kindred.intake;

import dev.kindred.model.Interaction;
import dev.kindred.model.RawInteraction;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes events from those who do not speak to the stream themselves: by the stream's own rules, so that what is accepted
 * here is no dead letter there. Safe for many threads.
 */
public final class Intake {

    private final EventValidator validator;
    private final EventSink sink;
    private final IntakeObserver observer;
    private final Clock clock;

    /**
     * An intake.
     *
     * @param sink takes what is accepted
     * @param observer is told what becomes of every event
     * @param clock tells the present time, by which that of an event is judged
     */
    public Intake(IntakeSettings settings, EventSink sink, IntakeObserver observer, Clock clock) {
        this.validator = new EventValidator(settings);
        this.sink = sink;
        this.observer = observer;
        this.clock = clock;
    }

    /**
     * Hands on what is acceptable, and returns when that is kept for good. What is rejected keeps nothing else back.
     *
     * @throws SinkUnavailableException if not all acceptable events are known to be kept
     */
    public IntakeReport take(List<RawInteraction> events) {
        long nowMs = clock.millis();
        List<Interaction> accepted = new ArrayList<>(events.size());
        List<IntakeReport.Line> rejected = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            Optional<Rejection> rejection = validator.check(events.get(i), nowMs);
            if (rejection.isPresent()) {
                rejected.add(new IntakeReport.Line(i, rejection.get()));
            } else {
                accepted.add(EventValidator.accepted(events.get(i)));
            }
        }
        observer.ended(IntakeResult.REJECTED, rejected.size());
        send(accepted);
        return new IntakeReport(accepted.size(), rejected);
    }

    private void send(List<Interaction> accepted) {
        int kept = 0;
        try {
            if (!accepted.isEmpty()) {
                sink.send(accepted);
            }
            kept = accepted.size();
        } catch (SinkUnavailableException e) {
            kept = e.kept();
            throw e;
        } finally {
            observer.ended(IntakeResult.ACCEPTED, kept);
            observer.ended(IntakeResult.FAILED, accepted.size() - kept);
        }
    }
}
