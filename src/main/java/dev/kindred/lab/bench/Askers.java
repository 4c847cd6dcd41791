package dev.kindred.lab.bench;

import dev.kindred.matrix.MatrixView;
import dev.kindred.model.CellKey;
import dev.kindred.model.Interaction;
import dev.kindred.model.InteractionType;
import dev.kindred.model.RecommendedItem;
import dev.kindred.model.UserKey;
import dev.kindred.recommend.Occasion;
import dev.kindred.recommend.Recommender;
import dev.kindred.similarity.NeighborSearch;
import dev.kindred.similarity.Neighbors;
import dev.kindred.similarity.SimilarityRow;
import dev.kindred.vector.UserVector;
import dev.kindred.vector.VectorChange;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Shoppers who act in turn, each with a history of the same length, and what is found for the one who acts now. */
final class Askers {

    private final SyntheticMatrix synthetic;
    private final ModelSettings settings;
    private final NeighborSearch search;
    private final Recommender recommender;
    private final List<Asker> askers;
    private int turn;

    private static final class Asker {
        final String id;
        final long key;
        final UserVector vector;
        final SimilarityRow row = new SimilarityRow();
        VectorChange change; // the latest one

        Asker(String id, UserVector vector, VectorChange change) {
            this.id = id;
            this.key = UserKey.of(id);
            this.vector = vector;
            this.change = change;
        }
    }

    /**
     * Shoppers with full histories and rows that are up to date.
     *
     * @param settings whose greatest number of items of a vector is the length of a history
     * @param count of shoppers, positive
     */
    Askers(SyntheticMatrix synthetic, ModelSettings settings, int count) {
        this.synthetic = synthetic;
        this.settings = settings;
        this.search = new NeighborSearch(settings.similarity());
        this.recommender = new Recommender(settings.recommend(), synthetic.dictionary());
        this.askers =
                IntStream.range(0, count).mapToObj(i -> filled("asker-" + i)).toList();
    }

    private Asker filled(String id) {
        UserVector vector = new UserVector(settings.vector(), synthetic.dictionary());
        VectorChange change = learn(id, vector);
        while (vector.size() < settings.vector().maxItems()) {
            change = learn(id, vector);
        }
        Asker asker = new Asker(id, vector, change);
        var unused = updated(asker);
        return asker;
    }

    private VectorChange learn(String id, UserVector vector) {
        String item = synthetic.anyItem();
        VectorChange change = vector.learn(
                new Interaction(Optional.empty(), id, item, InteractionType.CLICK, synthetic.nextTimeMs(), 1));
        synthetic.matrix().apply(new CellKey(id, item), vector.affinity(vector.indexOf(change.item())));
        if (change.hasEvicted()) {
            synthetic.matrix().remove(new CellKey(id, synthetic.dictionary().idOf(change.evictedItem())));
        }
        return change;
    }

    private Neighbors updated(Asker asker) {
        return search.update(
                asker.key,
                asker.vector,
                asker.change,
                asker.row,
                synthetic.matrix().view());
    }

    private Asker now() {
        return askers.get(turn);
    }

    /** Others touch some cells, then the next shopper acts; a new item pushes the least recent one out. */
    void next(int others) {
        for (int i = 0; i < others; i++) {
            synthetic.applyAgain();
        }
        turn = (turn + 1) % askers.size();
        now().change = learn(now().id, now().vector);
    }

    /**
     * The neighbors, by the kept row.
     *
     * @throws IllegalStateException if the row cannot be brought up to date but must be computed from scratch
     */
    Neighbors updateKept() {
        if (now().row.version() != now().vector.version() - 1) {
            throw new IllegalStateException("the row was not kept");
        }
        return updated(now());
    }

    /** The neighbors, without the row. */
    Neighbors fromScratch() {
        return fromScratch(synthetic.matrix().view());
    }

    /** The neighbors in a view that was taken before, without the row. */
    Neighbors fromScratch(MatrixView view) {
        return search.search(now().key, now().vector, view);
    }

    /** The list for these neighbors. */
    List<RecommendedItem> recommend(Neighbors neighbors) {
        MatrixView view = synthetic.matrix().view();
        return recommender.recommend(now().vector, now().change.item(), neighbors, view, synthetic.nextTimeMs());
    }

    /** Now, for the shopper who acts. */
    Occasion occasion(Neighbors neighbors) {
        return new Occasion(now().vector, now().change.item(), neighbors, Set.of(), synthetic.nextTimeMs());
    }
}
