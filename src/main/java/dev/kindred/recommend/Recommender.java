package dev.kindred.recommend;

import dev.kindred.blend.Blend;
import dev.kindred.blend.Boost;
import dev.kindred.blend.Diversity;
import dev.kindred.blend.WeightLearner;
import dev.kindred.content.ContentMatch;
import dev.kindred.content.ContentSimilarity;
import dev.kindred.math.TopK;
import dev.kindred.matrix.MatrixView;
import dev.kindred.model.ItemDictionary;
import dev.kindred.model.RankedList;
import dev.kindred.model.RecommendedItem;
import dev.kindred.model.Strategy;
import dev.kindred.scenario.Scenario;
import dev.kindred.similarity.SimilarItemsCache;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Computes the list of a scenario for a user. Every strategy selects its best items among those that may be shown. The
 * items are {@linkplain Blend blended} and boosted, and a {@linkplain Diversity diverse} list is picked from the best
 * of the blend.
 *
 * <p>The filter comes first, so that a scenario with a narrow filter still has the best items that pass it.
 *
 * <p>If user-based filtering has all the weight and neither boosts nor diversity change the order, there is no blend.
 * The score of an item is then the sum of the neighbors' {@linkplain Votes votes}: the weighted sum of user-based
 * collaborative filtering (Herlocker et al., <em>An Algorithmic Framework for Performing Collaborative Filtering</em>,
 * SIGIR 1999, without the division by the sum of similarities, which would favor items of a single neighbor), refined
 * by the times of touches. The user's own history votes like a neighbor, because people return to items. Equal scores
 * are ordered by item id. This path has no allocation per candidate.
 *
 * <p>The lists of one refresh share the scores of the neighbors. Not thread safe: one per thread.
 */
public final class Recommender {

    private static final int MIN_CANDIDATES = 100; // of each strategy
    private static final int CANDIDATES_PER_PLACE = 5; // of each strategy, for long lists

    private final ItemDictionary dictionary;
    private final int minimumSupport; // of what is told of an item
    private final Blend blend;
    private final Strategies strategies;
    private final BlendedReasons blendedReasons;
    private final Reasons reasons;
    private final Diversity diversity = new Diversity();
    private final ContentSimilarity contentSimilarity = new ContentSimilarity();
    private @Nullable CandidateFilter filter; // of the latest list
    private int[] picks = new int[0]; // length: that of the latest scenario
    private TopK top;
    private final RankedList list; // the latest

    /**
     * A recommender.
     *
     * @param cache of similar items, which may be shared by many threads
     */
    public Recommender(ModelSettings settings, SimilarItemsCache cache, ItemDictionary dictionary) {
        this.dictionary = dictionary;
        this.minimumSupport = settings.recommend().minimumSupport();
        this.list = new RankedList(dictionary);
        this.blend = new Blend(dictionary);
        this.strategies = new Strategies(settings, blend, cache, dictionary);
        this.reasons = new Reasons(minimumSupport, dictionary);
        this.blendedReasons = new BlendedReasons(blend, strategies, reasons, dictionary);
        this.top = new TopK(1, dictionary::compareIds);
    }

    /**
     * The list of a scenario, best first.
     *
     * @param reasonLimit the greatest number of own items, and of terms, given as reasons for each item
     */
    public List<RecommendedItem> recommend(
            Scenario scenario, RecommendationContext context, ShopView shop, int reasonLimit) {
        return rank(scenario, context, shop, reasonLimit).toItems();
    }

    /** The same in arrays, which are valid until the next list. */
    public RankedList rank(Scenario scenario, RecommendationContext context, ShopView shop, int reasonLimit) {
        CandidateFilter candidates = begin(scenario, context, shop);
        list.clear();
        if (scenario.isUserBasedAlone()) {
            userBased(scenario, context, shop.matrix(), candidates, reasonLimit);
        } else {
            blended(scenario, context, shop, candidates, reasonLimit);
        }
        if (list.isEmpty() && scenario.filledUp()) {
            addOfWholeMatrix(context, shop.matrix(), candidates);
        }
        return list;
    }

    /** The most popular of all items that qualify: a narrow filter may reject all items of the matrix's own list. */
    private void addOfWholeMatrix(RecommendationContext context, MatrixView view, CandidateFilter candidates) {
        for (int item = 0; item < view.items(); item++) {
            double popularity = view.popularity(item, context.asOfMs());
            if (popularity > 0 && (float) popularity >= top.threshold() && candidates.testListed(item)) {
                top.offer(item, popularity);
            }
        }
        int found = top.drain(picks);
        for (int place = 0; place < found; place++) {
            addPopular(picks[place], context.asOfMs(), view);
        }
    }

    private void addPopular(int item, long asOfMs, MatrixView view) {
        list.add(item, view.popularity(item, asOfMs), Strategy.POPULAR, 0);
    }

    private CandidateFilter begin(Scenario scenario, RecommendationContext context, ShopView shop) {
        if (picks.length != scenario.k()) {
            picks = new int[scenario.k()];
            top = new TopK(scenario.k(), dictionary::compareIds);
        }
        CandidateFilter known = filter;
        if (known == null) {
            known = new CandidateFilter(minimumSupport, scenario, context, shop);
            filter = known;
        } else {
            known.begin(scenario, context, shop);
        }
        return known;
    }

    /**
     * Lets the weights of a scenario learn from an event, before the user's vector and the matrix do.
     *
     * @param context of the user before the event
     * @param item the item of the event, by number
     */
    public void learn(
            WeightLearner weights, Scenario scenario, RecommendationContext context, ShopView shop, int item) {
        Scenario every = scenario.weighing(weights.everyStrategy());
        strategies.run(every, context, shop, begin(every, context, shop), candidates(scenario));
        weights.learn(blend, item, context.vector().size(), context.nowMs());
    }

    private static int candidates(Scenario scenario) {
        return Math.max(MIN_CANDIDATES, CANDIDATES_PER_PLACE * scenario.k());
    }

    /** Why the list of a scenario is empty. */
    public EmptyReason whyEmpty(Scenario scenario, RecommendationContext context, ShopView shop) {
        return begin(scenario, context, shop).whyNone(shop.matrix().popular());
    }

    private void userBased(
            Scenario scenario,
            RecommendationContext context,
            MatrixView view,
            CandidateFilter candidates,
            int reasonLimit) {
        UserBasedScores scores = strategies.userBased();
        scores.compute(context.vector(), context.neighbors(), view, context.asOfMs());
        scores.offerTo(top, candidates);
        int found = top.drain(picks);
        reasons.compute(picks, found, context.neighbors(), scores.votes(), reasonLimit);
        for (int place = 0; place < found; place++) {
            int supporters = withheldIfFew(reasons.supporters(place), scenario);
            list.add(picks[place], scores.score(picks[place]), Strategy.USER_BASED, supporters);
            reasons.addStrongest(place, list);
        }
        if (scenario.filledUp() && found < scenario.k()) {
            fillUpWithPopular(scenario.k(), context.asOfMs(), view, candidates);
        }
    }

    private void fillUpWithPopular(int k, long asOfMs, MatrixView view, CandidateFilter candidates) {
        for (int place = 0; place < list.size(); place++) {
            candidates.exclude(picks[place]);
        }
        for (int item : view.popular()) {
            if (list.size() == k) {
                return;
            }
            if (item < view.items() && candidates.testListed(item)) {
                addPopular(item, asOfMs, view);
            }
        }
    }

    private void blended(
            Scenario scenario,
            RecommendationContext context,
            ShopView shop,
            CandidateFilter candidates,
            int reasonLimit) {
        int perStrategy = candidates(scenario);
        strategies.run(scenario, context, shop, candidates, perStrategy);
        boost(scenario, context, shop);
        int count = pick(scenario, shop, perStrategy);
        describe(scenario, context, shop, count, reasonLimit);
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

    private void describe(Scenario scenario, RecommendationContext context, ShopView shop, int count, int reasonLimit) {
        boolean usesNeighbors = scenario.weight(Strategy.USER_BASED) > 0;
        if (usesNeighbors) {
            blendedReasons.begin(picks, count, context, reasonLimit > 0);
        }
        for (int place = 0; place < count; place++) {
            int item = picks[place];
            Map<Strategy, Double> parts = blendedReasons.parts(item);
            Optional<ContentMatch> content =
                    reasonLimit == 0 ? Optional.empty() : blendedReasons.content(item, parts, shop);
            int supporters = usesNeighbors ? withheldIfFew(reasons.supporters(place), scenario) : 0;
            list.add(item, blend.score(item), main(parts), supporters);
            parts.forEach(list::addPart);
            if (reasonLimit > 0) {
                blendedReasons.addStrongest(item, place, parts, content, reasonLimit, list);
            }
            content.ifPresent(
                    match -> BlendedReasons.terms(match, reasonLimit, shop).forEach(list::addTerm));
        }
    }

    private int withheldIfFew(int similarUsers, Scenario scenario) {
        return similarUsers < Math.max(minimumSupport, scenario.minimumSupport()) ? 0 : similarUsers;
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
