package dev.kindred.lab.evaluation.contenders;

import dev.kindred.model.Interaction;
import dev.kindred.recommend.RecommendSettings;
import java.util.List;

/** The most recently touched items, the same list for all users. */
final class Recent implements Contender {

    private final RecommendSettings settings;
    private final Histories histories = new Histories();
    private final RankedItems byLastTouch = new RankedItems();

    Recent(RecommendSettings settings) {
        this.settings = settings;
    }

    @Override
    public void learn(Interaction event) {
        histories.add(event);
        byLastTouch.put(event.itemId(), Math.max(byLastTouch.score(event.itemId()), event.timestampMs()));
    }

    @Override
    public void observe(Interaction event) {
        histories.add(event);
    }

    @Override
    public List<String> recommend(String userId, long asOfMs) {
        History history = histories.of(userId);
        return byLastTouch.first(settings.size(), item -> !history.excludes(item, settings.excludes()));
    }
}
