package dev.kindred.lab.evaluation.contenders;

import dev.kindred.model.Interaction;
import dev.kindred.recommend.RecommendSettings;
import java.util.List;

/**
 * The items with the most users, the same list for all users: a plain count of distinct users since the first event,
 * without decay.
 */
final class Popular implements Contender {

    private final RecommendSettings settings;
    private final Histories histories = new Histories();
    private final RankedItems byUsers = new RankedItems();

    Popular(RecommendSettings settings) {
        this.settings = settings;
    }

    @Override
    public void learn(Interaction event) {
        if (histories.add(event)) {
            byUsers.put(event.itemId(), byUsers.score(event.itemId()) + 1);
        }
    }

    @Override
    public void observe(Interaction event) {
        histories.add(event);
    }

    @Override
    public List<String> recommend(String userId, long asOfMs) {
        History history = histories.of(userId);
        return byUsers.first(settings.size(), item -> !history.excludes(item, settings.excludes()));
    }
}
