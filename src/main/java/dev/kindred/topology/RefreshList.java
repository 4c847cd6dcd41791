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
 * scenarios that are published. For a user who is forgotten it takes the list back.
 */
final class RefreshList extends ContextualProcessor<String, @Nullable Learned, String, @Nullable Recommendations> {

    private final ShopModel model;
    private final Supplier<Scratch> scratches; // the calling thread's
    private final Supplier<Scenarios> scenarios;
    private final int reasons;
    private final MemoryBudget budget;
    private final StreamObserver observer;
    private @Nullable HotSimilarityRows rows;

    /** What the tasks of a thread share, one event at a time: memory of the size of the matrix. */
    record Scratch(NeighborSearch search, Recommender recommender) {}

    /**
     * A station.
     *
     * @param scenarios as of now, with the default one; asked at every event
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
    public void process(Record<String, @Nullable Learned> record) {
        Learned learned = record.value();
        if (learned == null) {
            rows().remove(record.key());
            context().forward(record.withValue(null));
        } else {
            context().forward(record.withValue(refresh(record.key(), learned, record.timestamp())));
        }
    }

    private Recommendations refresh(String userId, Learned learned, long recordMs) {
        long startedNs = System.nanoTime();
        Scratch scratch = scratches.get();
        ShopView shop = model.view();
        Neighbors neighbors = neighbors(userId, learned, scratch.search(), shop.matrix());
        RecommendationContext context = new RecommendationContext(
                learned.vector(), learned.item(), neighbors, Set.of(), learned.timestampMs(), learned.timestampMs());
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
                learned.eventId(),
                learned.timestampMs(),
                nowMs,
                learned.vector().version(),
                lists);
    }

    private Neighbors neighbors(String userId, Learned learned, NeighborSearch search, MatrixView view) {
        return learned.change()
                .filter(change -> search.favorsUpdate(learned.vector(), view))
                .map(change -> update(userId, learned, change, search, view))
                .orElseGet(() -> search.search(UserKey.of(userId), learned.vector(), view));
    }

    private Neighbors update(
            String userId, Learned learned, VectorChange change, NeighborSearch search, MatrixView view) {
        SimilarityRow row = rows().load(userId);
        Neighbors neighbors = search.update(UserKey.of(userId), learned.vector(), change, row, view);
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
