package dev.kindred.topology;

import dev.kindred.matrix.MatrixView;
import dev.kindred.model.SimilarItemLists;
import dev.kindred.recommend.ShopModel;
import dev.kindred.similarity.SimilarItemLister;
import dev.kindred.state.PublishedSimilarItems;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Publishes the similar items of an item when they have changed, and a tombstone when there are none any more.
 *
 * <p>It gets no records. After each interval it walks over the {@linkplain OwnItems items of its task}, in steps that
 * are short compared with the pauses between them, so that events and commits do not wait long. It recomputes the lists
 * of items whose column has changed, and publishes a list that differs from the last published one. A store keeps
 * digests of published lists within the transaction, so that a restart or a move of the task publishes nothing again.
 */
final class PublishSimilarItems
        extends StatefulProcessor<PublishedSimilarItems, String, Object, String, @Nullable SimilarItemLists> {

    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final long STEP_NS = TimeUnit.MILLISECONDS.toNanos(10);

    private final TopologySettings settings;
    private final ShopModel model;
    private final Supplier<SimilarItemLister> listers; // the calling thread's
    private final StreamObserver observer;

    // of the open task
    private @Nullable OwnItems items; // from the first walk on
    private int next; // items before this place have been looked at in this walk
    private Optional<Cancellable> walk = Optional.empty(); // that is under way

    PublishSimilarItems(
            TopologySettings settings, ShopModel model, Supplier<SimilarItemLister> listers, StreamObserver observer) {
        this.settings = settings;
        this.model = model;
        this.listers = listers;
        this.observer = observer;
    }

    @Override
    PublishedSimilarItems open(ProcessorContext<String, @Nullable SimilarItemLists> context) {
        long intervalMs = settings.publishing().intervalMs();
        if (intervalMs > 0) {
            context.schedule(Duration.ofMillis(intervalMs), PunctuationType.WALL_CLOCK_TIME, this::beginWalk);
        }
        return new PublishedSimilarItems(context.getStateStore(Stores.PUBLISHED_SIMILAR_ITEMS));
    }

    @Override
    public void process(Record<String, Object> record) {
        throw new IllegalStateException("this station gets no records");
    }

    private void beginWalk(long nowMs) {
        if (walk.isEmpty()) { // else the last one goes on
            ownItems().addNew();
            next = 0;
            walk = Optional.of(context().schedule(PAUSE, PunctuationType.WALL_CLOCK_TIME, this::step));
            step(nowMs);
        }
    }

    private OwnItems ownItems() {
        if (items == null) {
            state().forEachItem(model.dictionary()::numberOf); // also those that nobody touches any more
            items = new OwnItems(settings.placement(), context().taskId().partition(), model.dictionary());
        }
        return items;
    }

    private void step(long nowMs) {
        OwnItems own = ownItems();
        MatrixView view = model.matrix().view();
        long startedNs = System.nanoTime();
        while (next < own.size() && System.nanoTime() - startedNs < STEP_NS) {
            publishIfStale(own.get(next++), view, nowMs);
        }
        if (next >= own.size()) {
            walk.ifPresent(Cancellable::cancel);
            walk = Optional.empty();
        }
    }

    private void publishIfStale(OwnItem item, MatrixView view, long nowMs) {
        long visibility = model.catalog().visibilityChanges();
        if (!item.isFresh(settings.model().similarItems().staleness(), visibility, view)) {
            item.computedWith(visibility, view);
            publishIfChanged(listers.get().listsOf(item.id(), item.number(), view, nowMs));
        }
    }

    private void publishIfChanged(SimilarItemLists lists) {
        boolean isGone = lists.isEmpty();
        boolean hasChanged = isGone ? state().remove(lists.itemId()) : state().replace(lists);
        if (hasChanged) {
            context().forward(new Record<>(lists.itemId(), isGone ? null : lists, lists.computedAtMs()));
            observer.similarItemsPublished();
        }
    }

    /** Items checked in an aborted transaction must be checked again. */
    @Override
    public void close() {
        items = null;
        walk = Optional.empty();
    }
}
