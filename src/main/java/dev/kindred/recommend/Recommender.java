package dev.kindred.recommend;

import dev.kindred.blend.Blend;
import dev.kindred.blend.Boost;
import dev.kindred.blend.Diversity;
import dev.kindred.content.ContentMatch;
import dev.kindred.content.ContentSimilarity;
import dev.kindred.math.TopK;
import dev.kindred.matrix.MatrixView;
import dev.kindred.model.ItemDictionary;
import dev.kindred.model.RecommendedItem;
import dev.kindred.model.Strategy;
import dev.kindred.scenario.Scenario;
import dev.kindred.similarity.SimilarItemsCache;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes the list of a scenario for a user. Every strategy names its best among the items that may be shown, they are
 * {@linkplain Blend blended} and boosted, and the list is picked from the best of the blend so that it is {@linkplain
 * Diversity diverse}.
 *
 * <p>The filter comes first. So a scenario that few items qualify for still has the best of these, by taste, and not those
 * of the best that happen to qualify.
 *
 * <p>Where user-based filtering has all the weight and neither boosts nor diversity change the order, nothing is blended.
 * The score of an item is then the sum of the neighbors' {@linkplain Votes votes}: the weighted sum of user-based
 * collaborative filtering (Herlocker et al., <em>An Algorithmic Framework for Performing Collaborative Filtering</em>,
 * SIGIR 1999, without the division by the sum of similarities, which would favor items of a single neighbor), refined by
 * when things were touched. The user's own history votes beside them, as people return to what they looked at. Equal
 * scores are ordered by item id. This path has no allocation per candidate.
 *
 * <p>Lists of one refresh share the scores of the neighbors, which are computed once for all of them. Not thread safe: one per thread.
 */
public final class Recommender {

    private static final int FEWEST_CANDIDATES = 100; // of each strategy
    private static final int CANDIDATES_PER_PLACE = 5; // of each strategy, where a list is long

    private final ItemDictionary dictionary;
    private final Blend blend;
    private final Strategies strategies;
    private final BlendedReasons blendedReasons;
    private final Reasons reasons;
    private final Diversity diversity = new Diversity();
    private final ContentSimilarity contentSimilarity = new ContentSimilarity();
    private @Nullable CandidateFilter filter; // of the latest list
    private int[] picks = new int[0]; // as many as the latest list may have
    private TopK top;

    /**
     * A recommender.
     *
     * @param cache of similar items, which may be shared by many threads
     */
    public Recommender(ModelSettings settings, SimilarItemsCache cache, ItemDictionary dictionary) {
        this.dictionary = dictionary;
        this.blend = new Blend(dictionary);
        this.strategies = new Strategies(settings, blend, cache, dictionary);
        this.reasons = new Reasons(dictionary);
        this.blendedReasons = new BlendedReasons(blend, strategies, reasons, dictionary);
        this.top = new TopK(1, dictionary::compareIds);
    }

    /**
     * The list of a scenario, best first.
     *
     * @param reasonLimit how many of the user's own items, and how many terms, are given for each item
     */
    public List<RecommendedItem> recommend(
            Scenario scenario, RecommendationContext context, ShopView shop, int reasonLimit) {
        CandidateFilter candidates = begin(scenario, context, shop);
        List<RecommendedItem> list = scenario.isUserBasedAlone()
                ? userBased(scenario, context, shop.matrix(), candidates, reasonLimit)
                : blended(scenario, context, shop, candidates, reasonLimit);
        return list.isEmpty() && scenario.filledUp() ? ofWholeMatrix(context, shop.matrix(), candidates) : list;
    }

    /** The most popular of all items that qualify: a narrow filter may accept none of those that the matrix lists. */
    private List<RecommendedItem> ofWholeMatrix(
            RecommendationContext context, MatrixView view, CandidateFilter candidates) {
        for (int item = 0; item < view.items(); item++) {
            double popularity = view.popularity(item, context.asOfMs());
            if (popularity > 0 && (float) popularity >= top.threshold() && candidates.test(item)) {
                top.offer(item, popularity);
            }
        }
        int found = top.drain(picks);
        List<RecommendedItem> list = new ArrayList<>(found);
        for (int place = 0; place < found; place++) {
            list.add(popular(picks[place], place + 1, context.asOfMs(), view));
        }
        return list;
    }

    private RecommendedItem popular(int item, int rank, long asOfMs, MatrixView view) {
        return new RecommendedItem(
                dictionary.idOf(item), rank, view.popularity(item, asOfMs), Strategy.POPULAR, 0, List.of());
    }

    private CandidateFilter begin(Scenario scenario, RecommendationContext context, ShopView shop) {
        if (picks.length != scenario.k()) {
            picks = new int[scenario.k()];
            top = new TopK(scenario.k(), dictionary::compareIds);
        }
        CandidateFilter known = filter;
        if (known == null) {
            known = new CandidateFilter(scenario, context, shop);
            filter = known;
        } else {
            known.begin(scenario, context, shop);
        }
        return known;
    }

    /** Why the list of a scenario is empty. */
    public EmptyReason whyEmpty(Scenario scenario, RecommendationContext context, ShopView shop) {
        return begin(scenario, context, shop).whyNone(shop.matrix().popular());
    }

    private List<RecommendedItem> userBased(
            Scenario scenario,
            RecommendationContext context,
            MatrixView view,
            CandidateFilter candidates,
            int reasonLimit) {
        UserBasedScores scores = strategies.userBased();
        scores.compute(context.vector(), context.neighbors(), view);
        scores.offerTo(top, candidates);
        int found = top.drain(picks);
        reasons.compute(picks, found, context.neighbors(), scores.votes(), reasonLimit);
        double unit = view.unitAt(context.asOfMs());
        List<RecommendedItem> list = new ArrayList<>(scenario.k());
        for (int place = 0; place < found; place++) {
            list.add(new RecommendedItem(
                    dictionary.idOf(picks[place]),
                    place + 1,
                    scores.score(picks[place]) * unit,
                    Strategy.USER_BASED,
                    withheldIfFew(reasons.supporters(place), scenario),
                    reasons.strongest(place)));
        }
        if (scenario.filledUp() && found < scenario.k()) {
            fillUpWithPopular(list, scenario.k(), context.asOfMs(), view, candidates);
        }
        return list;
    }

    private void fillUpWithPopular(
            List<RecommendedItem> list, int k, long asOfMs, MatrixView view, CandidateFilter candidates) {
        for (int place = 0; place < list.size(); place++) {
            candidates.exclude(picks[place]);
        }
        for (int item : view.popular()) {
            if (list.size() == k) {
                return;
            }
            if (item < view.items() && candidates.test(item)) {
                list.add(popular(item, list.size() + 1, asOfMs, view));
            }
        }
    }

    private List<RecommendedItem> blended(
            Scenario scenario,
            RecommendationContext context,
            ShopView shop,
            CandidateFilter candidates,
            int reasonLimit) {
        int perStrategy = Math.max(FEWEST_CANDIDATES, CANDIDATES_PER_PLACE * scenario.k());
        strategies.ask(scenario, context, shop, candidates, perStrategy);
        boost(scenario, context, shop);
        int count = pick(scenario, shop, perStrategy);
        return describe(scenario, context, shop, count, reasonLimit);
    }

    private void boost(Scenario scenario, RecommendationContext context, ShopView shop) {
        if (!scenario.boosts().isEmpty()) {
            blend.multiply(
                    item -> Boost.factorOf(scenario.boosts(), shop.catalog().find(item), context.nowMs()));
        }
    }

    private int pick(Scenario scenario, ShopView shop, int candidates) {
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
            Scenario scenario, RecommendationContext context, ShopView shop, int count, int reasonLimit) {
        boolean asksNeighbors = scenario.weight(Strategy.USER_BASED) > 0;
        if (asksNeighbors) {
            blendedReasons.begin(picks, count, context, reasonLimit > 0);
        }
        List<RecommendedItem> list = new ArrayList<>(count);
        for (int place = 0; place < count; place++) {
            int item = picks[place];
            Map<Strategy, Double> parts = blendedReasons.parts(item);
            Optional<ContentMatch> content =
                    reasonLimit == 0 ? Optional.empty() : blendedReasons.content(item, parts, shop);
            list.add(new RecommendedItem(
                    dictionary.idOf(item),
                    place + 1,
                    blend.score(item),
                    main(parts),
                    asksNeighbors ? withheldIfFew(reasons.supporters(place), scenario) : 0,
                    reasonLimit == 0 ? List.of() : blendedReasons.strongest(item, place, parts, content, reasonLimit),
                    parts,
                    content.map(match -> BlendedReasons.terms(match, reasonLimit, shop))
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
