package dev.kindred.topology;

import dev.kindred.model.RecommendedItem;
import dev.kindred.recommend.Occasion;
import dev.kindred.recommend.ScenarioRecommender;
import dev.kindred.recommend.ShopModel;
import dev.kindred.recommend.ShopView;
import dev.kindred.scenario.Scenario;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The lists that are published beside the one of every user: one for each scenario that wants it.
 *
 * @param published these scenarios, as of now
 * @param recommenders the calling thread's
 * @param model that the stream keeps up to date
 * @param reasons how many of the user's own items are given for each item
 */
record PublishedLists(
        Supplier<List<Scenario>> published, Supplier<ScenarioRecommender> recommenders, ShopModel model, int reasons) {

    /** The lists by the names of their scenarios, as of an event. */
    Map<String, List<RecommendedItem>> of(Found found) {
        List<Scenario> scenarios = published.get();
        if (scenarios.isEmpty()) {
            return Map.of();
        }
        Learned learned = found.learned();
        Occasion occasion =
                new Occasion(learned.vector(), learned.item(), found.neighbors(), Set.of(), learned.timestampMs());
        ShopView shop = model.view(found.view());
        Map<String, List<RecommendedItem>> lists = new LinkedHashMap<>();
        for (Scenario scenario : scenarios) {
            lists.put(scenario.name(), recommenders.get().recommend(scenario, occasion, shop, reasons));
        }
        return lists;
    }
}
