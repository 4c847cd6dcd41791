package dev.kindred.lab.bench;

import dev.kindred.catalog.Catalog;
import dev.kindred.content.TermIndex;
import dev.kindred.matrix.MatrixView;
import dev.kindred.model.CellKey;
import dev.kindred.model.Interaction;
import dev.kindred.model.InteractionType;
import dev.kindred.model.RankedList;
import dev.kindred.model.RecommendedItem;
import dev.kindred.model.UserKey;
import dev.kindred.recommend.ModelSettings;
import dev.kindred.recommend.RecommendationContext;
import dev.kindred.recommend.Recommender;
import dev.kindred.recommend.ShopModel;
import dev.kindred.recommend.ShopView;
import dev.kindred.scenario.Scenario;
import dev.kindred.similarity.NeighborSearch;
import dev.kindred.similarity.Neighbors;
import dev.kindred.similarity.SimilarItemsCache;
import dev.kindred.similarity.SimilarityRow;
import dev.kindred.vector.UserVector;
import dev.kindred.vector.VectorChange;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Users that act in turn, each with a history of the same length; computes neighbors and list for the current user. */
final class QueryWorkload {

    private final SyntheticMatrix synthetic;
    private final ModelSettings settings;
    private final NeighborSearch search;
    private final ShopModel shop;
    private final Recommender recommender;
    private final Scenario scenario;
    private final List<User> users;
    private int turn;

    private static final class User {
        final String id;
        final long key;
        final UserVector vector;
        final SimilarityRow row = new SimilarityRow();
        VectorChange change; // the last change

        User(String id, UserVector vector, VectorChange change) {
            this.id = id;
            this.key = UserKey.of(id);
            this.vector = vector;
            this.change = change;
        }
    }

    /**
     * A workload of users with full histories and current rows.
     *
     * @param settings {@code vector.max.items} is the length of a history
     * @param count number of users, positive
     */
    QueryWorkload(SyntheticMatrix synthetic, ModelSettings settings, int count) {
        this(synthetic, settings, emptyCatalog(synthetic, settings), count);
    }

    private static ShopModel emptyCatalog(SyntheticMatrix synthetic, ModelSettings settings) {
        return new ShopModel(
                synthetic.matrix(),
                synthetic.dictionary(),
                new Catalog(synthetic.dictionary()),
                new TermIndex(settings.content(), text -> List.of(), synthetic.dictionary()));
    }

    /** The same with a catalog; the model's matrix is the synthetic one. */
    QueryWorkload(SyntheticMatrix synthetic, ModelSettings settings, ShopModel shop, int count) {
        this.synthetic = synthetic;
        this.settings = settings;
        this.search = new NeighborSearch(settings.similarity());
        this.shop = shop;
        this.recommender =
                new Recommender(settings, new SimilarItemsCache(settings.similarItems()), synthetic.dictionary());
        this.scenario = settings.recommend().defaultScenario();
        this.users =
                IntStream.range(0, count).mapToObj(i -> filled("actor-" + i)).toList();
    }

    private User filled(String id) {
        UserVector vector = new UserVector(settings.vector(), synthetic.dictionary());
        VectorChange change = learn(id, vector);
        while (vector.size() < settings.vector().maxItems()) {
            change = learn(id, vector);
        }
        User user = new User(id, vector, change);
        var unused = updated(user);
        return user;
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

    private Neighbors updated(User user) {
        return search.update(
                user.key, user.vector, user.change, user.row, synthetic.matrix().view());
    }

    private User now() {
        return users.get(turn);
    }

    /** Other users touch some cells, then the next user acts; a new item evicts the least recent one. */
    void next(int others) {
        for (int i = 0; i < others; i++) {
            synthetic.applyAgain();
        }
        turn = (turn + 1) % users.size();
        now().change = learn(now().id, now().vector);
    }

    /**
     * Updates the kept row and returns the neighbors.
     *
     * @throws IllegalStateException if the row cannot be updated but must be computed from scratch
     */
    Neighbors updateKept() {
        if (now().row.version() != now().vector.version() - 1) {
            throw new IllegalStateException("the row was not kept");
        }
        return updated(now());
    }

    /** Computes the neighbors without the row. */
    Neighbors fromScratch() {
        return fromScratch(synthetic.matrix().view());
    }

    /** Computes the neighbors in a given view without the row. */
    Neighbors fromScratch(MatrixView view) {
        return search.search(now().key, now().vector, view);
    }

    /** The list for these neighbors. */
    List<RecommendedItem> recommend(Neighbors neighbors) {
        return recommend(scenario, neighbors, shop.view());
    }

    /** The list for these neighbors in arrays, valid until the next one. */
    RankedList rank(Neighbors neighbors) {
        return recommender.rank(
                scenario, context(neighbors), shop.view(), settings.recommend().reasons());
    }

    /** The list of a scenario for these neighbors, from the view that they were found in. */
    List<RecommendedItem> recommend(Scenario wanted, Neighbors neighbors, ShopView view) {
        return recommender.recommend(
                wanted, context(neighbors), view, settings.recommend().reasons());
    }

    /** The context of the current user. */
    private RecommendationContext context(Neighbors neighbors) {
        long nowMs = synthetic.nextTimeMs();
        return new RecommendationContext(now().vector, now().change.item(), neighbors, Set.of(), nowMs, nowMs);
    }
}
