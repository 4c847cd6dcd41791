package dev.kindred.evaluation.contenders;

import dev.kindred.matrix.InteractionMatrix;
import dev.kindred.matrix.MatrixView;
import dev.kindred.model.CellKey;
import dev.kindred.model.Interaction;
import dev.kindred.model.ItemDictionary;
import dev.kindred.model.RecommendedItem;
import dev.kindred.model.UserKey;
import dev.kindred.recommend.Recommender;
import dev.kindred.similarity.NeighborSearch;
import dev.kindred.similarity.Neighbors;
import dev.kindred.vector.UserVector;
import dev.kindred.vector.VectorChange;
import dev.kindred.vector.VectorSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The product: vectors, matrix, neighbors and lists by the very classes that the stream uses, the fill-up with popular
 * items included. Every event is in the matrix before the next one comes, where the stream takes a commit.
 */
final class UserBased implements Contender {

    private final VectorSettings vectorSettings;
    private final ItemDictionary items = new ItemDictionary();
    private final Map<String, UserState> users = new HashMap<>();
    private final InteractionMatrix matrix;
    private final NeighborSearch search;
    private final Recommender recommender;

    UserBased(ModelSettings settings) {
        vectorSettings = settings.vectors();
        matrix = new InteractionMatrix(settings.matrix(), items, 1);
        search = new NeighborSearch(settings.similarity());
        recommender = new Recommender(settings.recommend(), items);
    }

    @Override
    public void learn(Interaction event) {
        UserState user = user(event.userId());
        VectorChange change = user.observe(event);
        int at = user.vector().indexOf(change.item());
        if (at >= 0) {
            matrix.apply(
                    new CellKey(event.userId(), event.itemId()), user.vector().affinity(at));
        }
        if (change.hasEvicted()) {
            matrix.remove(new CellKey(event.userId(), items.idOf(change.evictedItem())));
        }
    }

    @Override
    public void observe(Interaction event) {
        user(event.userId()).observe(event);
    }

    @Override
    public List<String> recommend(String userId, long asOfMs) {
        UserState user = user(userId);
        MatrixView view = matrix.view();
        Neighbors neighbors = neighbors(UserKey.of(userId), user, view);
        return recommender.recommend(user.vector(), user.currentItem(), neighbors, view, asOfMs).stream()
                .map(RecommendedItem::itemId)
                .toList();
    }

    /** Decides between updating and searching as the stream does. */
    private Neighbors neighbors(long userKey, UserState user, MatrixView view) {
        return user.takeChange()
                .filter(change -> search.favorsUpdate(user.vector(), view))
                .map(change -> search.update(userKey, user.vector(), change, user.row(), view))
                .orElseGet(() -> search.search(userKey, user.vector(), view));
    }

    private UserState user(String userId) {
        return users.computeIfAbsent(userId, u -> new UserState(new UserVector(vectorSettings, items)));
    }
}
