package dev.kindred.topology;

import dev.kindred.matrix.MatrixView;
import dev.kindred.matrix.RowBuffer;
import dev.kindred.model.CellKey;
import dev.kindred.model.ErasureReceipt;
import dev.kindred.model.ErasureRequest;
import dev.kindred.model.UserKey;
import dev.kindred.recommend.ShopModel;
import dev.kindred.state.AttributesReader;
import dev.kindred.state.Erasures;
import dev.kindred.vector.UserVector;
import dev.kindred.vector.VectorStore;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Removes all that a task holds about a user, leaves a marker against records that arrive later, and writes the receipt. The
 * stations that use it have the sinks and the followers of erasures. Not thread safe: one for each station.
 */
final class Eraser {

    private final TaskVectors vectors;
    private final TaskErasures tasks;
    private final ErasureSettings settings;
    private final ShopModel model;
    private final Runnable deleteSnapshots;
    private final List<String> followers;
    private final StreamObserver observer;
    private final RowBuffer row = new RowBuffer();

    /**
     * An eraser.
     *
     * @param deleteSnapshots deletes the snapshots of the matrix, which may have cells of the user
     * @param followers the names of the stations that receive a null value for the forgotten user
     */
    Eraser(
            ErasureSettings settings,
            TaskVectors vectors,
            TaskErasures tasks,
            ShopModel model,
            Runnable deleteSnapshots,
            List<String> followers,
            StreamObserver observer) {
        this.settings = settings;
        this.vectors = vectors;
        this.tasks = tasks;
        this.model = model;
        this.deleteSnapshots = deleteSnapshots;
        this.followers = followers;
        this.observer = observer;
    }

    /**
     * Erases a user, unless the request was carried out before and the user came back; publishes the receipt.
     *
     * @param reason of the receipt; without one, attributes and consents go, too
     */
    void erase(ProcessorContext<Object, Object> context, ErasureRequest request, long timestampMs, String reason) {
        Erasures erasures = tasks.of(context);
        Record<String, Object> ofUser = new Record<>(request.userId(), request, timestampMs);
        Optional<ErasureReceipt> former = erasures.receipt(request.requestId());
        boolean isBack = former.isPresent()
                && isNew(
                        vectors.of(context).load(request.userId()), former.get().requestedMs());
        ErasureReceipt.Held held =
                isBack ? new ErasureReceipt.Held(0, 0, false) : remove(context, ofUser, reason.isEmpty());
        ErasureReceipt receipt = former.orElseGet(() -> newReceipt(context, request, held, reason, erasures));
        context.forward(ofUser.withKey(receipt.requestId()).withValue(receipt), RecommenderTopology.RECEIPTS);
        observer.erased(outcome(former.isPresent(), held));
    }

    /**
     * Whether a vector began after an erasure. With at least once, a crash can lose the removal of a vector and keep the
     * receipt; a touch from before the request shows that.
     */
    private static boolean isNew(UserVector vector, long requestedMs) {
        return vector.size() > 0 && IntStream.range(0, vector.size()).allMatch(i -> vector.touchedMs(i) > requestedMs);
    }

    private static ErasureOutcome outcome(boolean isRepeated, ErasureReceipt.Held held) {
        if (isRepeated) {
            return ErasureOutcome.REPEATED;
        }
        return held.isNothing() ? ErasureOutcome.NOTHING_HELD : ErasureOutcome.ERASED;
    }

    private ErasureReceipt newReceipt(
            ProcessorContext<Object, Object> context,
            ErasureRequest request,
            ErasureReceipt.Held held,
            String reason,
            Erasures erasures) {
        long nowMs = context.currentSystemTimeMs();
        erasures.mark(request.userId(), request.requestedMs());
        String mergedInto = erasures.takeNote(request.userId())
                .filter(into -> settings.isSecret())
                .orElse("");
        ErasureReceipt receipt = new ErasureReceipt(
                request.requestId(),
                settings.pseudonym(request.userId()),
                request.requestedMs(),
                nowMs,
                held,
                mergedInto,
                settings.goneByMs(nowMs),
                erasures.nextLink(context.taskId().partition()),
                reason,
                1);
        erasures.keep(receipt);
        return receipt;
    }

    /** Removes all that is held. Tombstones are sent even for an unknown user: a crash may have lost former ones. */
    ErasureReceipt.Held remove(
            ProcessorContext<Object, Object> context, Record<String, Object> ofUser, boolean withAttributes) {
        VectorStore store = vectors.of(context);
        UserVector vector = store.load(ofUser.key());
        long events = vector.version();
        Set<Integer> items = items(ofUser.key(), vector);
        for (int item : items) {
            CellKey cell = new CellKey(ofUser.key(), model.dictionary().idOf(item));
            context.forward(ofUser.withKey(cell).withValue(null), RecommenderTopology.AFFINITIES);
        }
        followers.forEach(station -> context.forward(ofUser.withValue(null), station));
        store.remove(ofUser.key()); // last: what a crash leaves of the vector is removed again
        if (!items.isEmpty()) {
            deleteSnapshots.run();
        }
        return new ErasureReceipt.Held(events, items.size(), withAttributes && eraseAttributes(context, ofUser));
    }

    /** The items of the vector; without one, those that the matrix still has, because a crash lost their tombstones. */
    private Set<Integer> items(String userId, UserVector vector) {
        Set<Integer> items = new HashSet<>();
        for (int i = 0; i < vector.size(); i++) {
            items.add(vector.item(i));
        }
        if (items.isEmpty()) {
            addItemsOfTheMatrix(UserKey.of(userId), items);
        }
        return items;
    }

    private void addItemsOfTheMatrix(long userKey, Set<Integer> items) {
        MatrixView view = model.matrix().view();
        for (int slot = 0; slot < view.slots(); slot++) {
            row.clear();
            view.readRow(slot, row);
            for (int i = 0; row.key(0) == userKey && i < row.size(0); i++) {
                items.add(row.item(i));
            }
        }
    }

    private static boolean eraseAttributes(ProcessorContext<Object, Object> context, Record<String, Object> ofUser) {
        KeyValueStore<Bytes, byte[]> attributes = context.getStateStore(Stores.USER_ATTRIBUTES);
        boolean had = attributes.get(AttributesReader.key(ofUser.key())) != null;
        context.forward(ofUser.withValue(null), RecommenderTopology.FORGET_ATTRIBUTES);
        return had;
    }
}
