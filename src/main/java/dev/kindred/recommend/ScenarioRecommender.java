package dev.kindred.recommend;

import dev.kindred.blend.Blend;
import dev.kindred.blend.Boost;
import dev.kindred.blend.Diversity;
import dev.kindred.content.ContentMatch;
import dev.kindred.content.ContentSimilarity;
import dev.kindred.model.ItemDictionary;
import dev.kindred.model.RecommendedItem;
import dev.kindred.model.Strategy;
import dev.kindred.scenario.Scenario;
import dev.kindred.similarity.SimilarItemsCache;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the list of a scenario: every strategy names its best among the items that may be shown, they are {@linkplain Blend
 * blended} and boosted, and the list is picked from the best of the blend so that it is {@linkplain Diversity diverse}.
 *
 * <p>The filter comes first. So a scenario that few items qualify for still has the best of these, by taste, and not those
 * of the best that happen to qualify.
 *
 * <p>Not thread safe: one per thread.
 */
public final class ScenarioRecommender {

    private static final int FEWEST_CANDIDATES = 100; // of each strategy
    private static final int CANDIDATES_PER_PLACE = 5; // of each strategy, where a list is long

    private final ItemDictionary dictionary;
    private final Blend blend;
    private final Strategies strategies;
    private final BlendedReasons reasons;
    private final Diversity diversity = new Diversity();
    private final ContentSimilarity contentSimilarity = new ContentSimilarity();

    /**
     * A recommender.
     *
     * @param cache of similar items, which may be shared by many threads
     */
    public ScenarioRecommender(StrategySettings settings, SimilarItemsCache cache, ItemDictionary dictionary) {
        this(settings, cache, dictionary, new UserBasedScores(settings.userBased()));
    }

    /** One that shares its user-based scores with others: each of them may be asked at a time. */
    ScenarioRecommender(
            StrategySettings settings, SimilarItemsCache cache, ItemDictionary dictionary, UserBasedScores scores) {
        this.dictionary = dictionary;
        this.blend = new Blend(dictionary);
        this.strategies = new Strategies(settings, blend, cache, dictionary, scores);
        this.reasons = new BlendedReasons(blend, strategies, dictionary);
    }

    /**
     * The list of a scenario, best first.
     *
     * @param mostReasons how many of the user's own items, and how many terms, are given for each item
     */
    public List<RecommendedItem> recommend(Scenario scenario, Occasion occasion, ShopView shop, int mostReasons) {
        int candidates = Math.max(FEWEST_CANDIDATES, CANDIDATES_PER_PLACE * scenario.k());
        strategies.ask(scenario, occasion, shop, new Admission(scenario, occasion, shop), candidates);
        boost(scenario, occasion, shop);
        int[] picks = new int[scenario.k()];
        int count = pick(scenario, shop, candidates, picks);
        return describe(scenario, occasion, shop, picks, count, mostReasons);
    }

    private void boost(Scenario scenario, Occasion occasion, ShopView shop) {
        if (!scenario.boosts().isEmpty()) {
            blend.multiply(
                    item -> Boost.factorOf(scenario.boosts(), shop.catalog().find(item), occasion.nowMs()));
        }
    }

    private int pick(Scenario scenario, ShopView shop, int candidates, int[] picks) {
        int[] ranked = new int[candidates];
        int found = blend.rank(ranked);
        contentSimilarity.begin(shop.terms());
        return diversity.pick(
                ranked,
                found,
                blend::score,
                scenario.diversity().rules(shop.catalog()::find, contentSimilarity::between),
                picks);
    }

    private List<RecommendedItem> describe(
            Scenario scenario, Occasion occasion, ShopView shop, int[] picks, int count, int mostReasons) {
        boolean asksNeighbors = scenario.weight(Strategy.USER_BASED) > 0;
        if (asksNeighbors) {
            reasons.begin(picks, count, occasion, mostReasons > 0);
        }
        List<RecommendedItem> list = new ArrayList<>(count);
        for (int place = 0; place < count; place++) {
            int item = picks[place];
            Map<Strategy, Double> parts = reasons.parts(item);
            Optional<ContentMatch> content = mostReasons == 0 ? Optional.empty() : reasons.content(item, parts, shop);
            list.add(new RecommendedItem(
                    dictionary.idOf(item),
                    place + 1,
                    blend.score(item),
                    main(parts),
                    asksNeighbors ? withheldIfFew(reasons.similarUsers(place), scenario) : 0,
                    mostReasons == 0 ? List.of() : reasons.strongest(item, place, parts, content, mostReasons),
                    parts,
                    content.map(match -> BlendedReasons.terms(match, mostReasons, shop))
                            .orElse(List.of())));
        }
        return list;
    }

    private static int withheldIfFew(int similarUsers, Scenario scenario) {
        return similarUsers < scenario.minimumSupport() ? 0 : similarUsers;
    }

    private static Strategy main(Map<Strategy, Double> parts) {
        Strategy main = Strategy.POPULAR;
        double greatest = Double.NEGATIVE_INFINITY;
        for (Map.Entry<Strategy, Double> part : parts.entrySet()) {
            if (part.getValue() > greatest) {
                main = part.getKey();
                greatest = part.getValue();
            }
        }
        return main;
    }
}
