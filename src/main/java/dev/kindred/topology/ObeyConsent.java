package dev.kindred.topology;

import dev.kindred.model.ErasureReceipt;
import dev.kindred.model.ErasureRequest;
import dev.kindred.model.UserAttributes;
import dev.kindred.state.AttributesReader;
import dev.kindred.state.Erasures;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Obeys a consent that is withdrawn: the user is erased, or the vector frozen. It runs after {@link UpdateUsers}, and reads
 * the state that the record left.
 *
 * <p>A user who consents again begins anew: nothing counts that came before, however late it arrives. Attributes that
 * cannot be read may be a fault of the shop, so they freeze, and do not erase.
 */
final class ObeyConsent extends ContextualProcessor<byte @Nullable [], byte @Nullable [], Object, Object> {

    private final ConsentSettings settings;
    private final Placement placement;
    private final AttributesReader reader;
    private final TaskVectors vectors;
    private final TaskErasures tasks;
    private final Eraser eraser;
    private final List<String> followers;

    /** @param followers the names of the stations that receive a null value for a frozen user */
    ObeyConsent(
            ConsentSettings settings,
            Placement placement,
            AttributesReader reader,
            TaskVectors vectors,
            TaskErasures tasks,
            Eraser eraser,
            List<String> followers) {
        this.settings = settings;
        this.placement = placement;
        this.reader = reader;
        this.vectors = vectors;
        this.tasks = tasks;
        this.eraser = eraser;
        this.followers = followers;
    }

    @Override
    public void process(Record<byte @Nullable [], byte @Nullable []> record) {
        byte[] key = record.key();
        if (key != null && placement.partitionOf(key) == context().taskId().partition()) {
            obey(new String(key, StandardCharsets.UTF_8), record.timestamp());
        }
    }

    private void obey(String userId, long timestampMs) {
        KeyValueStore<Bytes, byte[]> store = context().getStateStore(Stores.USER_ATTRIBUTES);
        Optional<UserAttributes> attributes = reader.find(store, userId);
        Erasures erasures = tasks.of(context());
        if (settings.isGiven(attributes)) {
            if (erasures.takeRefusal(userId)) {
                erasures.mark(userId, timestampMs);
            }
            return;
        }
        boolean isUnreadable = attributes.isEmpty() && store.get(AttributesReader.key(userId)) != null;
        boolean isRepeated = attributes.isPresent() && erasures.noteRefusal(userId, timestampMs);
        if (isRepeated
                || vectors.of(context()).load(userId).version() > 0) { // a crash may have lost the tombstones alone
            withdraw(userId, timestampMs, isUnreadable, erasures);
        }
    }

    private void withdraw(String userId, long timestampMs, boolean isUnreadable, Erasures erasures) {
        if (isUnreadable || settings.withdrawal() == ConsentSettings.Withdrawal.FREEZE) {
            Record<String, Object> gone = new Record<>(userId, null, timestampMs);
            followers.forEach(station -> context().forward(gone, station));
        } else {
            String requestId = RequestIds.of(context().taskId().partition(), erasures.pseudonym(userId) + timestampMs);
            ErasureRequest request = new ErasureRequest(requestId, userId, timestampMs, "consent withdrawn");
            eraser.erase(context(), request, timestampMs, ErasureReceipt.WITHDRAWAL);
        }
    }
}
