package dev.kindred.lab.evaluation.contenders;

import dev.kindred.model.Interaction;
import dev.kindred.recommend.RecommendSettings;
import java.util.List;

/** The same list for all users, apart from the items that each excludes: the items with the greatest scores. */
final class SameForAll implements Contender {

    private final RecommendSettings settings;
    private final Scoring scoring;
    private final Histories histories = new Histories();
    private final RankedItems ranked = new RankedItems();

    /** The score of an event's item after the event. */
    private interface Scoring {

        /** @param isNew whether the item is new to the event's user */
        long after(Interaction event, boolean isNew, long before);
    }

    private SameForAll(RecommendSettings settings, Scoring scoring) {
        this.settings = settings;
        this.scoring = scoring;
    }

    /** The items with the most users: a plain count of distinct users since the first event, without decay. */
    static SameForAll popular(RecommendSettings settings) {
        return new SameForAll(settings, (event, isNew, users) -> isNew ? users + 1 : users);
    }

    /** The most recently touched items. */
    static SameForAll recent(RecommendSettings settings) {
        return new SameForAll(settings, (event, isNew, touchedMs) -> Math.max(touchedMs, event.timestampMs()));
    }

    @Override
    public void learn(Interaction event) {
        boolean isNew = histories.add(event);
        ranked.put(event.itemId(), scoring.after(event, isNew, ranked.score(event.itemId())));
    }

    @Override
    public void observe(Interaction event) {
        histories.add(event);
    }

    @Override
    public List<String> recommend(String userId, long asOfMs) {
        History history = histories.of(userId);
        return ranked.first(settings.size(), item -> !history.excludes(item, settings.excludes()));
    }
}
