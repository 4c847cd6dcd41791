package dev.kindred.lab.evaluation.contenders;

import dev.kindred.matrix.MatrixView;
import dev.kindred.model.Interaction;
import dev.kindred.model.RecommendedItem;
import dev.kindred.model.UserKey;
import dev.kindred.recommend.Recommender;
import dev.kindred.similarity.NeighborSearch;
import dev.kindred.similarity.Neighbors;
import java.util.List;

/**
 * The product: vectors, matrix, neighbors and lists by the very classes that the stream uses, the fill-up with popular
 * items included.
 */
final class UserBased implements Contender {

    private final Model model;
    private final NeighborSearch search;
    private final Recommender recommender;

    UserBased(ModelSettings settings) {
        model = new Model(settings);
        search = new NeighborSearch(settings.similarity());
        recommender = new Recommender(settings.recommend(), model.items());
    }

    @Override
    public void learn(Interaction event) {
        model.learn(event);
    }

    @Override
    public void observe(Interaction event) {
        model.observe(event);
    }

    @Override
    public List<String> recommend(String userId, long asOfMs) {
        UserState user = model.user(userId);
        MatrixView view = model.view();
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
}
