package dev.kindred.topology;

import dev.kindred.matrix.MatrixView;
import dev.kindred.model.RankedList;
import dev.kindred.model.UserKey;
import dev.kindred.recommend.Fatigue;
import dev.kindred.recommend.RecommendationContext;
import dev.kindred.recommend.Recommender;
import dev.kindred.recommend.ShopModel;
import dev.kindred.recommend.ShopView;
import dev.kindred.scenario.Scenario;
import dev.kindred.scenario.Scenario.Chosen;
import dev.kindred.scenario.Scenarios;
import dev.kindred.serde.EncodedRecommendations;
import dev.kindred.serde.RecommendationsEncoder;
import dev.kindred.similarity.NeighborSearch;
import dev.kindred.similarity.Neighbors;
import dev.kindred.similarity.SimilarityRow;
import dev.kindred.state.AttributesReader;
import dev.kindred.state.FatigueReader;
import dev.kindred.state.HotSimilarityRows;
import dev.kindred.state.KafkaSimilarityRowStore;
import dev.kindred.state.MemoryBudget;
import dev.kindred.vector.UserVector;
import dev.kindred.vector.VectorChange;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Updates the user's similarities to others, finds the nearest neighbors, and computes the default list and those of
 * the scenarios that are published. For a forgotten user it publishes a tombstone.
 */
final class RefreshList
        extends StatefulProcessor<
                HotSimilarityRows, String, @Nullable VectorUpdated, String, @Nullable EncodedRecommendations> {

    private final ShopModel model;
    private final Supplier<Scratch> scratches; // the calling thread's
    private final Supplier<Scenarios> scenarios;
    private final AttributesReader attributes;
    private final int reasons;
    private final MemoryBudget budget;
    private final FatigueReader fatigue;
    private final ListNames names;
    private final StreamObserver observer;

    /** Scratch memory of the size of the matrix, which the tasks of a thread share, one event at a time. */
    record Scratch(NeighborSearch search, Recommender recommender, RecommendationsEncoder encoder) {}

    /**
     * A station.
     *
     * @param scenarios current, with the default one; read at every event
     * @param attributes of users, whose consents scenarios may need
     * @param reasons the greatest number of own items given as reasons for each item
     * @param budget for similarities that are kept decoded
     * @param fatigue of users by what they were shown
     * @param names gives lists their ids
     */
    RefreshList(
            ShopModel model,
            Supplier<Scratch> scratches,
            Supplier<Scenarios> scenarios,
            AttributesReader attributes,
            int reasons,
            MemoryBudget budget,
            FatigueReader fatigue,
            ListNames names,
            StreamObserver observer) {
        this.model = model;
        this.scratches = scratches;
        this.scenarios = scenarios;
        this.attributes = attributes;
        this.reasons = reasons;
        this.budget = budget;
        this.fatigue = fatigue;
        this.names = names;
        this.observer = observer;
    }

    @Override
    HotSimilarityRows open(ProcessorContext<String, @Nullable EncodedRecommendations> context) {
        return new HotSimilarityRows(
                new KafkaSimilarityRowStore(context.getStateStore(Stores.USER_SIMILARITIES)), budget);
    }

    @Override
    public void process(Record<String, @Nullable VectorUpdated> record) {
        VectorUpdated updated = record.value();
        if (updated == null) {
            state().remove(record.key());
            context().forward(record.withValue(null));
        } else {
            context().forward(record.withValue(refresh(record.key(), updated, record.timestamp())));
        }
    }

    private EncodedRecommendations refresh(String userId, VectorUpdated updated, long recordMs) {
        long startedNs = System.nanoTime();
        Scratch scratch = scratches.get();
        ShopView shop = model.view();
        Neighbors neighbors = neighbors(userId, updated, scratch.search(), shop.matrix());
        RecommendationContext context = new RecommendationContext(
                updated.vector(),
                updated.item(),
                neighbors,
                Set.of(),
                updated.timestampMs(),
                updated.timestampMs(),
                fatigue(userId, updated.vector()));
        Scenarios current = scenarios.get();
        RecommendationsEncoder encoder = scratch.encoder();
        long nowMs = context().currentSystemTimeMs();
        long eventMs = updated.timestampMs();
        Chosen byDefault = current.byDefault().forUser(userId, eventMs, current.shares());
        RankedList first = isAllowed(userId, byDefault.scenario())
                ? scratch.recommender().rank(byDefault.scenario(), context, shop, reasons)
                : new RankedList(model.dictionary());
        encoder.begin(userId, first, names.of(Scenario.DEFAULT, byDefault.identity(), first, nowMs));
        for (Scenario scenario : current.published()) {
            if (scenario.plan().period().includes(eventMs) && isAllowed(userId, scenario)) {
                Chosen chosen = scenario.forUser(userId, eventMs, current.shares());
                RankedList list = scratch.recommender().rank(chosen.scenario(), context, shop, reasons);
                encoder.addScenario(scenario.name(), list, names.of(scenario.name(), chosen.identity(), list, nowMs));
            }
        }
        observer.refreshed(System.nanoTime() - startedNs, nowMs - recordMs);
        return encoder.end(
                updated.eventId(),
                updated.timestampMs(),
                nowMs,
                updated.vector().version());
    }

    private Fatigue fatigue(String userId, UserVector vector) {
        return fatigue.isOn()
                ? fatigue.find(context().getStateStore(Stores.USER_FEEDBACK), userId, vector)
                : Fatigue.NONE;
    }

    private boolean isAllowed(String userId, Scenario scenario) {
        return attributes.allow(context().getStateStore(Stores.USER_ATTRIBUTES), userId, scenario.consent());
    }

    private Neighbors neighbors(String userId, VectorUpdated updated, NeighborSearch search, MatrixView view) {
        return updated.change()
                .filter(change -> search.favorsUpdate(updated.vector(), view))
                .map(change -> update(userId, updated, change, search, view))
                .orElseGet(() -> search.search(UserKey.of(userId), updated.vector(), view));
    }

    private Neighbors update(
            String userId, VectorUpdated updated, VectorChange change, NeighborSearch search, MatrixView view) {
        SimilarityRow row = state().load(userId);
        Neighbors neighbors = search.update(UserKey.of(userId), updated.vector(), change, row, view);
        state().save(userId, row);
        return neighbors;
    }

    @Override
    public void close() {
        state().drop();
    }
}
