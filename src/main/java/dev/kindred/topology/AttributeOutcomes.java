package dev.kindred.topology;

import dev.kindred.feedback.FeedbackResult;
import dev.kindred.feedback.FeedbackSettings;
import dev.kindred.feedback.ListIds;
import dev.kindred.feedback.ListOrigin;
import dev.kindred.feedback.Outcome;
import dev.kindred.feedback.OutcomeKey;
import dev.kindred.feedback.OutcomeSums;
import dev.kindred.feedback.UserFeedback;
import dev.kindred.model.Interaction;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Attributes events to the lists that showed their items, adds up the outcomes of the users of this task, and publishes
 * every count that changed. A null value forgets a user; the counts, which name nobody, stay until their retention ends.
 */
final class AttributeOutcomes
        extends StatefulProcessor<TaskFeedback, String, @Nullable Interaction, String, @Nullable Outcome> {

    private static final Duration SWEEP_INTERVAL = Duration.ofHours(1);

    private final FeedbackSettings settings;
    private final ListIds ids;
    private final StreamObserver observer;
    private long latestMs = Long.MIN_VALUE; // of the events of this task since it is open

    AttributeOutcomes(FeedbackSettings settings, StreamObserver observer) {
        this.settings = settings;
        this.ids = new ListIds(settings.hash());
        this.observer = observer;
    }

    @Override
    TaskFeedback open(ProcessorContext<String, @Nullable Outcome> context) {
        context.schedule(SWEEP_INTERVAL, PunctuationType.WALL_CLOCK_TIME, this::sweep);
        return new TaskFeedback(context, settings);
    }

    @Override
    public void process(Record<String, @Nullable Interaction> record) {
        Interaction event = record.value();
        if (event == null) {
            state().forget(record.key());
        } else {
            attribute(event, record);
        }
    }

    private void attribute(Interaction event, Record<String, @Nullable Interaction> record) {
        Optional<ListOrigin> origin = event.list().listId().flatMap(ids::read);
        boolean isForeign = event.list().listId().isPresent() && origin.isEmpty();
        UserFeedback user = state().load(event.userId());
        Map<OutcomeKey, OutcomeSums> changes = new HashMap<>();
        FeedbackResult result = user.add(event, origin, record.timestamp(), settings, changes);
        observer.attributed(event.type(), result, isForeign);
        if (result != FeedbackResult.IGNORED && result != FeedbackResult.LATE) {
            latestMs = Math.max(latestMs, user.latestMs());
            state().save(event.userId(), user);
            state().add(changes)
                    .forEach(outcome ->
                            context().forward(new Record<>(outcome.recordKey(), outcome, record.timestamp())));
        }
    }

    /** Removes users of whom no event can change a count any more, and counts of days that are too old. */
    private void sweep(long nowMs) {
        if (latestMs != Long.MIN_VALUE) {
            Duration remembered = settings.window().plus(settings.grace());
            state().forgetBefore(latestMs - 2 * remembered.toMillis()); // twice, for partitions that lag
        }
        state().expire(nowMs).forEach(key -> context().forward(new Record<>(key, null, nowMs)));
    }
}
