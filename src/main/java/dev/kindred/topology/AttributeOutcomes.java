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
import dev.kindred.state.FeedbackCodec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Attributes events to the lists that showed their items, adds up the outcomes of the users of this task, and publishes
 * every count that changed. A null value forgets a user; the counts, which name nobody, stay.
 */
final class AttributeOutcomes extends ContextualProcessor<String, @Nullable Interaction, String, Outcome> {

    private static final Duration SWEEP_INTERVAL = Duration.ofHours(1);

    private final FeedbackSettings settings;
    private final ListIds ids;
    private final FeedbackCodec codec;
    private final StreamObserver observer;
    private @Nullable KeyValueStore<Bytes, byte[]> users;
    private @Nullable KeyValueStore<Bytes, byte[]> sums;
    private long latestMs = Long.MIN_VALUE; // of the events of this task since it is open

    AttributeOutcomes(FeedbackSettings settings, StreamObserver observer) {
        this.settings = settings;
        this.ids = new ListIds(settings.hash());
        this.codec = new FeedbackCodec(ids);
        this.observer = observer;
    }

    @Override
    public void init(ProcessorContext<String, Outcome> context) {
        super.init(context);
        users = context.getStateStore(Stores.USER_FEEDBACK);
        sums = context.getStateStore(Stores.OUTCOME_SUMS);
        context.schedule(SWEEP_INTERVAL, PunctuationType.WALL_CLOCK_TIME, nowMs -> sweep());
    }

    private static KeyValueStore<Bytes, byte[]> open(@Nullable KeyValueStore<Bytes, byte[]> store) {
        if (store == null) {
            throw new IllegalStateException("not initialized");
        }
        return store;
    }

    private static Bytes key(String text) {
        return Bytes.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void process(Record<String, @Nullable Interaction> record) {
        Interaction event = record.value();
        if (event == null) {
            open(users).delete(key(record.key()));
        } else {
            attribute(event, record);
        }
    }

    private void attribute(Interaction event, Record<String, @Nullable Interaction> record) {
        Optional<ListOrigin> origin = event.list().listId().flatMap(ids::read);
        boolean isForeign = event.list().listId().isPresent() && origin.isEmpty();
        UserFeedback user = Optional.ofNullable(open(users).get(key(event.userId())))
                .map(codec::decode)
                .orElseGet(UserFeedback::new);
        Map<OutcomeKey, OutcomeSums> changes = new HashMap<>();
        FeedbackResult result = user.add(event, origin, record.timestamp(), settings, changes);
        observer.attributed(event.type(), result, isForeign);
        if (result != FeedbackResult.IGNORED && result != FeedbackResult.LATE) {
            latestMs = Math.max(latestMs, user.latestMs());
            open(users).put(key(event.userId()), codec.encode(user));
            changes.forEach((key, change) -> publish(key, change, record.timestamp()));
        }
    }

    private void publish(OutcomeKey key, OutcomeSums change, long timestampMs) {
        Bytes stored = key(key.text());
        OutcomeSums sum = Optional.ofNullable(open(sums).get(stored))
                .map(FeedbackCodec::decodeSums)
                .orElse(OutcomeSums.NONE)
                .plus(change);
        open(sums).put(stored, FeedbackCodec.encode(sum));
        Outcome outcome = new Outcome(key, context().taskId().partition(), sum);
        context().forward(new Record<>(outcome.recordKey(), outcome, timestampMs));
    }

    /** Removes users of whom no event can change a count any more. */
    private void sweep() {
        if (latestMs == Long.MIN_VALUE) {
            return;
        }
        long fromMs =
                latestMs - 2 * settings.window().plus(settings.grace()).toMillis(); // twice, for partitions that lag
        List<Bytes> gone = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> all = open(users).all()) {
            while (all.hasNext()) {
                KeyValue<Bytes, byte[]> user = all.next();
                if (codec.decode(user.value).latestMs() < fromMs) {
                    gone.add(user.key);
                }
            }
        }
        gone.forEach(open(users)::delete);
    }
}
