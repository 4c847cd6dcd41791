package dev.kindred.bench;

import dev.kindred.math.Decay;
import dev.kindred.matrix.MatrixView;
import dev.kindred.model.CellKey;
import dev.kindred.model.Interaction;
import dev.kindred.model.InteractionType;
import dev.kindred.model.RecommendedItem;
import dev.kindred.model.UserKey;
import dev.kindred.recommend.Exclusion;
import dev.kindred.recommend.RecommendSettings;
import dev.kindred.recommend.Recommender;
import dev.kindred.similarity.NeighborSearch;
import dev.kindred.similarity.Neighbors;
import dev.kindred.similarity.SimilarityRow;
import dev.kindred.similarity.SimilaritySettings;
import dev.kindred.vector.TypeWeights;
import dev.kindred.vector.UserVector;
import dev.kindred.vector.VectorChange;
import dev.kindred.vector.VectorSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Shoppers who act in turn, each with a history of the same length, and what is found for the one who acts now. */
final class Askers {

    private static final SimilaritySettings SIMILARITY = new SimilaritySettings(500, 100, 0.001);
    private static final RecommendSettings RECOMMEND =
            new RecommendSettings(20, Set.of(Exclusion.CURRENT, Exclusion.PURCHASED), 3, 0);

    private final Model model;
    private final NeighborSearch search = new NeighborSearch(SIMILARITY);
    private final Recommender recommender;
    private final List<Asker> askers = new ArrayList<>();
    private int turn;
    private VectorChange change;

    private record Asker(String id, long key, UserVector vector, SimilarityRow row) {}

    /** Shoppers with full histories and rows that are up to date. */
    Askers(Model model, int count, int history, double step) {
        this.model = model;
        this.recommender = new Recommender(RECOMMEND, model.dictionary);
        VectorSettings settings = new VectorSettings(TypeWeights.equal(), Model.MONTH, Decay.NONE, step, history, 0);
        for (int i = 0; i < count; i++) {
            String id = "asker-" + i;
            UserVector vector = new UserVector(settings, model.dictionary);
            askers.add(new Asker(id, UserKey.of(id), vector, new SimilarityRow()));
        }
        for (turn = 0; turn < count; turn++) {
            while (now().vector().size() < history) {
                learn();
            }
            incremental();
        }
        turn = 0;
    }

    private Asker now() {
        return askers.get(turn);
    }

    /** Others touch some cells, then the next shopper acts; a new item pushes the least recent one out. */
    void next(int others) {
        for (int i = 0; i < others; i++) {
            model.applyNext();
        }
        turn = (turn + 1) % askers.size();
        learn();
    }

    private void learn() {
        Asker asker = now();
        String item = model.anyItem();
        change = asker.vector()
                .learn(new Interaction(
                        Optional.empty(), asker.id(), item, InteractionType.CLICK, model.nextTimeMs(), 1));
        model.matrix.apply(
                new CellKey(asker.id(), item),
                asker.vector().affinity(asker.vector().indexOf(change.item())));
        if (change.hasEvicted()) {
            model.matrix.remove(new CellKey(asker.id(), model.dictionary.idOf(change.evictedItem())));
        }
    }

    /** Fails if the shopper's row cannot be brought up to date but must be computed from scratch. */
    void requireRow() {
        if (now().row().version() != now().vector().version() - 1) {
            throw new IllegalStateException("the row was not kept");
        }
    }

    Neighbors incremental() {
        Asker asker = now();
        return search.update(asker.key(), asker.vector(), change, asker.row(), model.matrix.view());
    }

    Neighbors fromScratch() {
        return search.search(now().key(), now().vector(), model.matrix.view());
    }

    List<RecommendedItem> recommend(Neighbors neighbors) {
        MatrixView view = model.matrix.view();
        return recommender.recommend(now().vector(), change.item(), neighbors, view, model.nextTimeMs());
    }
}
