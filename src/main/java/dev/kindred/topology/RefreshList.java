package dev.kindred.topology;

import dev.kindred.matrix.MatrixView;
import dev.kindred.model.Recommendations;
import dev.kindred.model.RecommendedItem;
import dev.kindred.model.UserKey;
import dev.kindred.recommend.RecommendationContext;
import dev.kindred.recommend.Recommender;
import dev.kindred.recommend.ShopModel;
import dev.kindred.recommend.ShopView;
import dev.kindred.scenario.Scenario;
import dev.kindred.scenario.Scenarios;
import dev.kindred.similarity.NeighborSearch;
import dev.kindred.similarity.Neighbors;
import dev.kindred.similarity.SimilarityRow;
import dev.kindred.state.HotSimilarityRows;
import dev.kindred.state.KafkaSimilarityRowStore;
import dev.kindred.state.MemoryBudget;
import dev.kindred.vector.VectorChange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Updates the user's similarities to others, finds the nearest neighbors, and computes the default list and those of the
 * scenarios that are published. For a forgotten user it publishes a tombstone.
 */
final class RefreshList
        extends ContextualProcessor<String, @Nullable VectorUpdated, String, @Nullable Recommendations> {

    private final ShopModel model;
    private final Supplier<Scratch> scratches; // the calling thread's
    private final Supplier<Scenarios> scenarios;
    private final int reasons;
    private final MemoryBudget budget;
    private final StreamObserver observer;
    private @Nullable HotSimilarityRows rows;

    /** Scratch memory of the size of the matrix, which the tasks of a thread share, one event at a time. */
    record Scratch(NeighborSearch search, Recommender recommender) {}

    /**
     * A station.
     *
     * @param scenarios current, with the default one; read at every event
     * @param reasons how many of the user's own items are given for each item
     * @param budget for similarities that are kept decoded
     */
    RefreshList(
            ShopModel model,
            Supplier<Scratch> scratches,
            Supplier<Scenarios> scenarios,
            int reasons,
            MemoryBudget budget,
            StreamObserver observer) {
        this.model = model;
        this.scratches = scratches;
        this.scenarios = scenarios;
        this.reasons = reasons;
        this.budget = budget;
        this.observer = observer;
    }

    @Override
    public void init(ProcessorContext<String, @Nullable Recommendations> context) {
        super.init(context);
        rows = new HotSimilarityRows(
                new KafkaSimilarityRowStore(context.getStateStore(Stores.USER_SIMILARITIES)), budget);
    }

    @Override
    public void process(Record<String, @Nullable VectorUpdated> record) {
        VectorUpdated updated = record.value();
        if (updated == null) {
            rows().remove(record.key());
            context().forward(record.withValue(null));
        } else {
            context().forward(record.withValue(refresh(record.key(), updated, record.timestamp())));
        }
    }

    private Recommendations refresh(String userId, VectorUpdated updated, long recordMs) {
        long startedNs = System.nanoTime();
        Scratch scratch = scratches.get();
        ShopView shop = model.view();
        Neighbors neighbors = neighbors(userId, updated, scratch.search(), shop.matrix());
        RecommendationContext context = new RecommendationContext(
                updated.vector(), updated.item(), neighbors, Set.of(), updated.timestampMs(), updated.timestampMs());
        Scenarios current = scenarios.get();
        List<RecommendedItem> items = scratch.recommender().recommend(current.byDefault(), context, shop, reasons);
        Map<String, List<RecommendedItem>> lists = new LinkedHashMap<>();
        for (Scenario scenario : current.published()) {
            lists.put(scenario.name(), scratch.recommender().recommend(scenario, context, shop, reasons));
        }
        long nowMs = context().currentSystemTimeMs();
        observer.refreshed(System.nanoTime() - startedNs, nowMs - recordMs);
        return new Recommendations(
                userId,
                items,
                updated.eventId(),
                updated.timestampMs(),
                nowMs,
                updated.vector().version(),
                lists);
    }

    private Neighbors neighbors(String userId, VectorUpdated updated, NeighborSearch search, MatrixView view) {
        return updated.change()
                .filter(change -> search.favorsUpdate(updated.vector(), view))
                .map(change -> update(userId, updated, change, search, view))
                .orElseGet(() -> search.search(UserKey.of(userId), updated.vector(), view));
    }

    private Neighbors update(
            String userId, VectorUpdated updated, VectorChange change, NeighborSearch search, MatrixView view) {
        SimilarityRow row = rows().load(userId);
        Neighbors neighbors = search.update(UserKey.of(userId), updated.vector(), change, row, view);
        rows().save(userId, row);
        return neighbors;
    }

    private HotSimilarityRows rows() {
        if (rows == null) {
            throw new IllegalStateException("not initialized");
        }
        return rows;
    }

    @Override
    public void close() {
        rows().drop();
    }
}
