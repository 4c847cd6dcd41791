package dev.kindred.topology;

import dev.kindred.matrix.InteractionMatrix;
import dev.kindred.matrix.MatrixView;
import dev.kindred.model.UserKey;
import dev.kindred.similarity.NeighborSearch;
import dev.kindred.similarity.Neighbors;
import dev.kindred.similarity.SimilarityRow;
import dev.kindred.state.HotSimilarityRows;
import dev.kindred.state.KafkaSimilarityRowStore;
import dev.kindred.state.MemoryBudget;
import dev.kindred.vector.VectorChange;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Updates the user's similarities to others and finds the nearest neighbors. */
final class FindNeighbors extends ContextualProcessor<String, @Nullable Learned, String, @Nullable Found> {

    private final InteractionMatrix matrix;
    private final Supplier<NeighborSearch> searches; // the calling thread's
    private final MemoryBudget budget;
    private @Nullable HotSimilarityRows rows;

    FindNeighbors(InteractionMatrix matrix, Supplier<NeighborSearch> searches, MemoryBudget budget) {
        this.matrix = matrix;
        this.searches = searches;
        this.budget = budget;
    }

    @Override
    public void init(ProcessorContext<String, @Nullable Found> context) {
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
            find(record.withValue(learned));
        }
    }

    private void find(Record<String, Learned> record) {
        long startedNs = System.nanoTime();
        Learned learned = record.value();
        MatrixView view = matrix.view();
        NeighborSearch search = searches.get();
        long user = UserKey.of(record.key());
        Neighbors neighbors = learned.change()
                .filter(change -> search.favorsUpdate(learned.vector(), view))
                .map(change -> update(search, user, record, change, view))
                .orElseGet(() -> search.search(user, learned.vector(), view));
        context().forward(record.withValue(new Found(learned, neighbors, view, startedNs)));
    }

    private Neighbors update(
            NeighborSearch search, long user, Record<String, Learned> record, VectorChange change, MatrixView view) {
        SimilarityRow row = rows().load(record.key());
        Neighbors neighbors = search.update(user, record.value().vector(), change, row, view);
        rows().save(record.key(), row);
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
