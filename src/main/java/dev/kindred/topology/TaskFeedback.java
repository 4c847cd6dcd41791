package dev.kindred.topology;

import dev.kindred.feedback.FeedbackSettings;
import dev.kindred.feedback.ListIds;
import dev.kindred.feedback.Outcome;
import dev.kindred.feedback.OutcomeKey;
import dev.kindred.feedback.OutcomeSums;
import dev.kindred.feedback.UserFeedback;
import dev.kindred.state.FeedbackCodec;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The feedback of the users of a task, and the sums of its outcomes. Nothing is cached, so the stations of a task may have one
 * each.
 */
final class TaskFeedback {

    private static final int MAX_MOVED_BYTES = 200_000; // beside a vector in one record

    private final FeedbackSettings settings;
    private final FeedbackCodec codec;
    private final int partition;
    private final KeyValueStore<Bytes, byte[]> users;
    private final KeyValueStore<Bytes, byte[]> sums;

    TaskFeedback(ProcessorContext<?, ?> context, FeedbackSettings settings) {
        this.settings = settings;
        this.codec = new FeedbackCodec(new ListIds(settings.hash()));
        this.partition = context.taskId().partition();
        this.users = context.getStateStore(Stores.USER_FEEDBACK);
        this.sums = context.getStateStore(Stores.OUTCOME_SUMS);
    }

    /** Of a station whose stream may count no outcomes. */
    static Optional<TaskFeedback> where(FeedbackSettings settings, ProcessorContext<?, ?> context) {
        return settings.enabled() ? Optional.of(new TaskFeedback(context, settings)) : Optional.empty();
    }

    private static Bytes key(String text) {
        return Bytes.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The feedback of a user; that of an unknown one is empty. */
    UserFeedback load(String userId) {
        return codec.find(users, userId).orElseGet(UserFeedback::new);
    }

    void save(String userId, UserFeedback user) {
        users.put(key(userId), codec.encode(user));
    }

    void forget(String userId) {
        users.delete(key(userId));
    }

    /** Forgets all users whose latest event is before a time. */
    void forgetBefore(long timeMs) {
        removeIf(users, user -> codec.decode(user.value).latestMs() < timeMs);
    }

    private static List<Bytes> removeIf(
            KeyValueStore<Bytes, byte[]> store, Predicate<KeyValue<Bytes, byte[]>> condition) {
        List<Bytes> gone = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> all = store.all()) {
            while (all.hasNext()) {
                KeyValue<Bytes, byte[]> entry = all.next();
                if (condition.test(entry)) {
                    gone.add(entry.key);
                }
            }
        }
        gone.forEach(store::delete);
        return gone;
    }

    /** The feedback of a user on its way to another task, without the oldest lists if there are too many; empty without any. */
    Optional<ByteBuffer> moved(String userId) {
        UserFeedback user = load(userId);
        if (user.isEmpty()) {
            return Optional.empty();
        }
        byte[] bytes = codec.encode(user);
        while (bytes.length > MAX_MOVED_BYTES && !user.lists().isEmpty()) {
            user.forgetOldestList();
            bytes = codec.encode(user);
        }
        return bytes.length > MAX_MOVED_BYTES ? Optional.empty() : Optional.of(ByteBuffer.wrap(bytes));
    }

    /** Gives a user the feedback that has arrived from another one, and returns the outcomes to publish. */
    List<Outcome> takeUp(String userId, ByteBuffer moved) {
        byte[] bytes = new byte[moved.remaining()];
        moved.duplicate().get(bytes);
        UserFeedback arrived;
        try {
            arrived = codec.decode(bytes);
        } catch (UncheckedIOException | IllegalStateException e) {
            return List.of(); // of a newer release, or foreign: the vector moves alone
        }
        UserFeedback user = load(userId);
        Map<OutcomeKey, OutcomeSums> changes = new HashMap<>();
        user.mergeFrom(arrived, settings, changes);
        save(userId, user);
        return add(changes);
    }

    /** Adds changes to the sums of the task, and returns the new sums. */
    List<Outcome> add(Map<OutcomeKey, OutcomeSums> changes) {
        List<Outcome> outcomes = new ArrayList<>(changes.size());
        changes.forEach((key, change) -> {
            Bytes stored = key(key.text());
            OutcomeSums sum = Optional.ofNullable(sums.get(stored))
                    .map(FeedbackCodec::decodeSums)
                    .orElse(OutcomeSums.NONE)
                    .plus(change);
            sums.put(stored, FeedbackCodec.encode(sum));
            outcomes.add(new Outcome(key, partition, sum));
        });
        return outcomes;
    }

    /** Removes the sums of days beyond the retention, and returns the keys of their records. */
    List<String> expire(long nowMs) {
        LocalDate first = LocalDate.ofInstant(Instant.ofEpochMilli(nowMs).minus(settings.retention()), ZoneOffset.UTC);
        return removeIf(sums, sum -> OutcomeKey.dayOf(text(sum.key)).isBefore(first)).stream()
                .map(key -> Outcome.recordKey(text(key), partition))
                .toList();
    }

    private static String text(Bytes key) {
        return new String(key.get(), StandardCharsets.UTF_8);
    }
}
