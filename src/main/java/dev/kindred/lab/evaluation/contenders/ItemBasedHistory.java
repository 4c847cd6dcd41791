package dev.kindred.lab.evaluation.contenders;

import dev.kindred.model.Interaction;
import dev.kindred.model.ItemDictionary;
import dev.kindred.offline.Model;
import dev.kindred.recommend.ModelSettings;
import dev.kindred.recommend.RecommendSettings;
import dev.kindred.similarity.ItemBased;
import dev.kindred.similarity.SimilarItems;
import dev.kindred.similarity.SimilarItemsCache;
import java.util.List;
import java.util.stream.IntStream;

/** Recommends items similar to the user's whole history, by the product's {@link ItemBased} strategy. */
final class ItemBasedHistory implements Contender {

    private final RecommendSettings rules;
    private final Histories histories = new Histories();
    private final Model model;
    private final ItemBased strategy;

    ItemBasedHistory(ModelSettings settings) {
        rules = settings.recommend();
        model = new Model(settings);
        strategy = new ItemBased(
                settings.similarity().negligible(),
                rules.ownHistory(),
                new SimilarItems(settings.similarItems(), model.items()),
                new SimilarItemsCache(settings.similarItems()),
                model.items());
    }

    @Override
    public void learn(Interaction event) {
        histories.add(event);
        model.learn(event);
    }

    @Override
    public void observe(Interaction event) {
        histories.add(event);
        model.observe(event);
    }

    @Override
    public List<String> recommend(String userId, long asOfMs) {
        History history = histories.of(userId);
        ItemDictionary items = model.items();
        strategy.score(model.user(userId).vector(), model.view());
        int[] best = strategy.best(rules.size(), item -> !history.excludes(items.idOf(item), rules.excludes()));
        return IntStream.of(best).mapToObj(items::idOf).toList();
    }
}
