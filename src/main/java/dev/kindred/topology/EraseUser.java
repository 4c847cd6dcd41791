package dev.kindred.topology;

import dev.kindred.intake.Rejection;
import dev.kindred.matrix.MatrixView;
import dev.kindred.matrix.RowBuffer;
import dev.kindred.model.CellKey;
import dev.kindred.model.ErasureReceipt;
import dev.kindred.model.ErasureRequest;
import dev.kindred.model.UserKey;
import dev.kindred.recommend.ShopModel;
import dev.kindred.state.Erasures;
import dev.kindred.vector.UserVector;
import dev.kindred.vector.VectorStore;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Forgets a user as if the user had never been seen: vector, cells, similarities, list, profile and attributes. A marker
 * drops what was under way at the time of the request and arrives later. A receipt tells what was removed. A request that
 * was carried out before has the same receipt again.
 */
final class EraseUser extends AcceptRecords<ErasureRequest> {

    private static final Duration EXPIRY_INTERVAL = Duration.ofHours(1);

    private final TaskVectors vectors;
    private final TaskErasures tasks;
    private final ErasureSettings settings;
    private final ShopModel model;
    private final Runnable deleteSnapshots;
    private final List<String> followers;
    private final StreamObserver observer;
    private final RowBuffer row = new RowBuffer();

    /**
     * A station.
     *
     * @param deleteSnapshots deletes the snapshots of the matrix, which may have cells of the user
     * @param followers the names of the stations that receive a null value for the forgotten user
     */
    EraseUser(
            TopologySettings settings,
            Supplier<Deserializer<ErasureRequest>> deserializers,
            TaskVectors vectors,
            TaskErasures tasks,
            ShopModel model,
            Runnable deleteSnapshots,
            List<String> followers,
            StreamObserver observer) {
        super(
                "erasure",
                settings.topics().control(),
                RecommenderTopology.DEAD_LETTERS,
                settings,
                deserializers,
                observer);
        this.vectors = vectors;
        this.tasks = tasks;
        this.settings = settings.erasures();
        this.model = model;
        this.deleteSnapshots = deleteSnapshots;
        this.followers = followers;
        this.observer = observer;
    }

    @Override
    public void init(ProcessorContext<Object, Object> context) {
        super.init(context);
        long keptMs = settings.longestRetentionMs();
        if (keptMs >= 0) {
            context.schedule(
                    EXPIRY_INTERVAL,
                    PunctuationType.WALL_CLOCK_TIME,
                    nowMs -> tasks.of(context).expire(nowMs - keptMs));
        }
    }

    @Override
    Optional<Rejection> check(ErasureRequest request) {
        return Optional.empty(); // checked where it came in
    }

    @Override
    void accept(Record<byte @Nullable [], byte @Nullable []> record, ErasureRequest request) {
        Erasures erasures = tasks.of(context());
        Record<String, Object> ofUser = new Record<>(request.userId(), request, record.timestamp());
        Optional<ErasureReceipt> former = erasures.receipt(request.requestId());
        boolean isBack = former.isPresent()
                && isNew(
                        vectors.of(context()).load(request.userId()),
                        former.get().requestedMs());
        ErasureReceipt.Held held = isBack ? new ErasureReceipt.Held(0, 0, false) : erase(ofUser);
        ErasureReceipt receipt = former.orElseGet(() -> newReceipt(request, held, erasures));
        context().forward(ofUser.withKey(receipt.requestId()).withValue(receipt), RecommenderTopology.RECEIPTS);
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

    private ErasureReceipt newReceipt(ErasureRequest request, ErasureReceipt.Held held, Erasures erasures) {
        long nowMs = context().currentSystemTimeMs();
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
                erasures.nextLink(context().taskId().partition()));
        erasures.keep(receipt);
        return receipt;
    }

    /** Removes all that is held. Tombstones are sent even for an unknown user: a crash may have lost former ones. */
    private ErasureReceipt.Held erase(Record<String, Object> ofUser) {
        VectorStore store = vectors.of(context());
        UserVector vector = store.load(ofUser.key());
        long events = vector.version();
        Set<Integer> items = items(ofUser.key(), vector);
        store.remove(ofUser.key());
        for (int item : items) {
            CellKey cell = new CellKey(ofUser.key(), model.dictionary().idOf(item));
            context().forward(ofUser.withKey(cell).withValue(null), RecommenderTopology.AFFINITIES);
        }
        followers.forEach(station -> context().forward(ofUser.withValue(null), station));
        if (!items.isEmpty()) {
            deleteSnapshots.run();
        }
        return new ErasureReceipt.Held(events, items.size(), eraseAttributes(ofUser));
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

    private boolean eraseAttributes(Record<String, Object> ofUser) {
        KeyValueStore<Bytes, byte[]> attributes = context().getStateStore(Stores.USER_ATTRIBUTES);
        boolean had = attributes.get(Bytes.wrap(ofUser.key().getBytes(StandardCharsets.UTF_8))) != null;
        context().forward(ofUser.withValue(null), RecommenderTopology.FORGET_ATTRIBUTES);
        return had;
    }
}
