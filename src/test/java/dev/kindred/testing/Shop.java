package dev.kindred.testing;

import dev.kindred.catalog.Catalog;
import dev.kindred.content.ContentSettings;
import dev.kindred.content.FieldWeights;
import dev.kindred.content.TermIndex;
import dev.kindred.math.Decay;
import dev.kindred.matrix.InteractionMatrix;
import dev.kindred.matrix.MatrixSettings;
import dev.kindred.matrix.MatrixView;
import dev.kindred.model.CellKey;
import dev.kindred.model.Interaction;
import dev.kindred.model.ItemDictionary;
import dev.kindred.model.RecommendedItem;
import dev.kindred.model.UserKey;
import dev.kindred.recommend.ModelSettings;
import dev.kindred.recommend.RecommendSettings;
import dev.kindred.recommend.RecommendationContext;
import dev.kindred.recommend.Recommender;
import dev.kindred.recommend.ShopView;
import dev.kindred.similarity.Neighbors;
import dev.kindred.similarity.SimilarItemsCache;
import dev.kindred.similarity.SimilarItemsSettings;
import dev.kindred.similarity.SimilaritySettings;
import dev.kindred.vector.UserVector;
import dev.kindred.vector.VectorChange;
import dev.kindred.vector.VectorSettings;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Vectors and matrix in memory, as a stream would fill them. */
public final class Shop {

    private static final ContentSettings CONTENT = new ContentSettings(new FieldWeights(1, 1, 1, 1, 1), 1, 1, 1, 0, 0);

    private final VectorSettings settings;
    private final MatrixSettings matrixSettings;
    private final ItemDictionary items = new ItemDictionary();
    private final Map<String, UserVector> vectors = new HashMap<>();
    private final InteractionMatrix matrix;

    /** An empty shop. */
    public Shop(VectorSettings vectorSettings, MatrixSettings matrixSettings) {
        this.settings = vectorSettings;
        this.matrixSettings = matrixSettings;
        this.matrix = new InteractionMatrix(matrixSettings, items, 1);
    }

    /** Learns one event and publishes its cells to the matrix. */
    public VectorChange learn(Interaction event) {
        UserVector vector = vector(event.userId());
        VectorChange change = vector.learn(event);
        int at = vector.indexOf(change.item());
        if (at >= 0) {
            matrix.apply(new CellKey(event.userId(), event.itemId()), vector.affinity(at));
        }
        if (change.hasEvicted()) {
            matrix.remove(new CellKey(event.userId(), items.idOf(change.evictedItem())));
        }
        return change;
    }

    /** Learns events one after the other. */
    public void learnAll(Collection<Interaction> events) {
        events.forEach(this::learn);
    }

    /** The user's vector, empty for an unknown user. */
    public UserVector vector(String userId) {
        return vectors.computeIfAbsent(userId, u -> new UserVector(settings, items));
    }

    /** The matrix as of now. */
    public MatrixView view() {
        return matrix.view();
    }

    /** The default list by these settings, where the catalog is empty. */
    public List<RecommendedItem> defaultList(
            RecommendSettings recommend,
            UserVector vector,
            int currentItem,
            Neighbors neighbors,
            MatrixView view,
            long asOfMs) {
        ModelSettings model = new ModelSettings(
                settings,
                matrixSettings,
                new SimilaritySettings(1000, 50, 0),
                new SimilarItemsSettings(100),
                recommend,
                CONTENT,
                Decay.NONE);
        ShopView shop = new ShopView(view, new TermIndex(CONTENT, text -> List.of(), items).view(), new Catalog(items));
        RecommendationContext context =
                new RecommendationContext(vector, currentItem, neighbors, Set.of(), asOfMs, asOfMs);
        return new Recommender(model, new SimilarItemsCache(model.similarItems()), items)
                .recommend(recommend.defaultScenario(), context, shop, recommend.reasons());
    }

    /** The items of this shop. */
    public ItemDictionary items() {
        return items;
    }

    /** The user who holds a slot of the matrix. */
    public String userOf(int slot) {
        long key = Copies.row(view(), slot).userKey();
        return vectors.keySet().stream()
                .filter(user -> UserKey.of(user) == key)
                .findAny()
                .orElseThrow();
    }
}
