package dev.kindred.lab.evaluation.contenders;

import dev.kindred.content.ContentBased;
import dev.kindred.content.ContentMatch;
import dev.kindred.content.ContentRequest;
import dev.kindred.content.TermIndex;
import dev.kindred.model.Interaction;
import dev.kindred.model.Item;
import dev.kindred.model.ItemDictionary;
import dev.kindred.recommend.RecommendSettings;
import dev.kindred.vector.UserVector;
import dev.kindred.vector.VectorSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Recommends items with content similar to the user's items, independent of other users; none for an unknown user. */
final class ByContent implements Contender {

    private final VectorSettings vectorSettings;
    private final RecommendSettings recommendSettings;
    private final ItemDictionary items = new ItemDictionary();
    private final Map<String, UserVector> vectors = new HashMap<>();
    private final Histories histories = new Histories();
    private final TermIndex index;
    private final ContentBased search;

    ByContent(ContenderSettings settings) {
        vectorSettings = settings.model().vector();
        recommendSettings = settings.model().recommend();
        index = new TermIndex(settings.model().content(), settings.tokenizer(), items);
        search = new ContentBased(settings.model().content(), items);
        for (Item item : settings.items()) {
            index.put(items.numberOf(item.itemId()), item);
        }
    }

    @Override
    public void learn(Interaction event) {
        observe(event);
    }

    @Override
    public void observe(Interaction event) {
        histories.add(event);
        vectorOf(event.userId()).learn(event);
    }

    @Override
    public List<String> recommend(String userId, long asOfMs) {
        History history = histories.of(userId);
        ContentRequest request = new ContentRequest(
                recommendSettings.size(), 0, item -> !history.excludes(items.idOf(item), recommendSettings.excludes()));
        return search.recommend(vectorOf(userId), request, index.view()).stream()
                .map(ContentMatch::item)
                .map(items::idOf)
                .toList();
    }

    private UserVector vectorOf(String userId) {
        return vectors.computeIfAbsent(userId, u -> new UserVector(vectorSettings, items));
    }
}
