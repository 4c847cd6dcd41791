package dev.kindred.recommend;

import dev.kindred.blend.Blend;
import dev.kindred.blend.Boost;
import dev.kindred.blend.Diversity;
import dev.kindred.blend.DiversityRules;
import dev.kindred.blend.RankedItems;
import dev.kindred.blend.WeightLearner;
import dev.kindred.content.ContentMatch;
import dev.kindred.content.ContentSimilarity;
import dev.kindred.math.TopK;
import dev.kindred.matrix.MatrixView;
import dev.kindred.model.ItemDictionary;
import dev.kindred.model.RankedList;
import dev.kindred.model.RecommendedItem;
import dev.kindred.model.Strategy;
import dev.kindred.ranking.FeatureMatrix;
import dev.kindred.ranking.Ranker;
import dev.kindred.ranking.RankingExamples;
import dev.kindred.scenario.Pin;
import dev.kindred.scenario.Scenario;
import dev.kindred.similarity.SimilarItemsCache;
import it.unimi.dsi.fastutil.ints.Int2DoubleOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
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
    private static final double LEAST_SCORE = 1e-3; // of a ranker's worst candidate
    private static final int CANDIDATES_PER_PLACE = 5; // of each strategy, for long lists

    private final ItemDictionary dictionary;
    private final int minimumSupport; // of what is told of an item
    private final Blend blend;
    private final Strategies strategies;
    private final BlendedReasons blendedReasons;
    private final Reasons reasons; // of the latest user-based list
    private final SharedReasons sharedReasons;
    private final Diversity diversity = new Diversity();
    private final Features features;
    private double[] scores = new double[0]; // of the ranker, by place in the blend's order
    private final ContentSimilarity contentSimilarity = new ContentSimilarity();
    private @Nullable CandidateFilter filter; // of the latest list
    private final IntArrayList pinned = new IntArrayList(); // items of the latest list, by position
    private final IntArrayList positions = new IntArrayList(); // of these, from 1
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
        this.features = new Features(blend);
        this.strategies = new Strategies(settings, blend, cache, dictionary);
        this.reasons = new Reasons(minimumSupport, dictionary);
        this.sharedReasons = new SharedReasons(reasons, new Reasons(minimumSupport, dictionary));
        this.blendedReasons = new BlendedReasons(blend, strategies, sharedReasons, dictionary);
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
        Scenario weighed = shop.learned().weighed(scenario, context.vector().size());
        return rank(weighed, context, shop, reasonLimit, shop.learned().ranker(scenario));
    }

    /**
     * The list of a scenario, whose best candidates a ranker puts into another order before they are made diverse. A list that is
     * user-based alone has no ranker.
     */
    public RankedList rank(
            Scenario scenario, RecommendationContext context, ShopView shop, int reasonLimit, Ranker ranker) {
        CandidateFilter candidates = begin(scenario, context, shop);
        excludePinned(scenario, context, candidates);
        list.clear();
        if (scenario.isUserBasedAlone()) {
            userBased(scenario, context, shop.matrix(), candidates, reasonLimit);
        } else {
            blended(scenario, context, shop, candidates, reasonLimit, ranker);
        }
        if (list.isEmpty() && scenario.filledUp()) {
            addOfWholeMatrix(context, shop.matrix(), candidates);
        }
        for (int pin = 0; pin < pinned.size(); pin++) {
            pin(pinned.getInt(pin), positions.getInt(pin) - 1, scenario.k());
        }
        return list;
    }

    /** Keeps the pinned items that may be shown out of the ranking, and remembers their places. */
    private void excludePinned(Scenario scenario, RecommendationContext context, CandidateFilter candidates) {
        pinned.clear();
        positions.clear();
        for (Pin pin : scenario.plan().pinned()) {
            int item = dictionary.find(pin.itemId());
            if (item != ItemDictionary.NONE && pin.period().includes(context.nowMs()) && candidates.testPinned(item)) {
                pinned.add(item);
                positions.add(pin.position());
                candidates.exclude(item);
            }
        }
    }

    /** Inserts an item at its place, or at the end of a shorter list; its score is that of the item which it moves. */
    private void pin(int item, int place, int k) {
        if (place < k) {
            int at = Math.min(place, list.size());
            double score = list.isEmpty() ? 0 : list.score(Math.min(at, list.size() - 1));
            list.insert(at, item, score, Strategy.POPULAR);
            if (list.size() > k) {
                list.removeLast();
            }
        }
    }

    /** The most popular of all items that qualify: a narrow filter may reject all items of the matrix's own list. */
    private void addOfWholeMatrix(RecommendationContext context, MatrixView view, CandidateFilter candidates) {
        for (int item = 0; item < view.items(); item++) {
            double popularity = popularity(item, context, view);
            if (popularity > 0 && (float) popularity >= top.threshold() && candidates.testListed(item)) {
                top.offer(item, popularity);
            }
        }
        int found = top.drain(picks);
        for (int place = 0; place < found; place++) {
            addPopular(picks[place], context, view);
        }
    }

    private void addPopular(int item, RecommendationContext context, MatrixView view) {
        list.add(item, popularity(item, context, view), Strategy.POPULAR, 0);
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

    /**
     * Lets a ranker learn from an event, before the user's vector and the matrix do. An event that was no candidate says nothing about
     * their order.
     *
     * @param context of the user before the event
     * @param item the item of the event, by number
     */
    public void learn(
            RankingExamples examples, Scenario scenario, RecommendationContext context, ShopView shop, int item) {
        IntArrayList ranked = blend(scenario, context, shop);
        int touched = ranked.indexOf(item);
        if (touched >= 0) {
            examples.learn(describe(ranked, context, shop), touched, context.nowMs());
        }
    }

    /**
     * The candidates of a list, as a ranker gets them.
     *
     * @param items by number, in the order of the blend
     * @param features of the items, valid until the next list
     */
    public record Candidates(IntArrayList items, FeatureMatrix features) {}

    /** The candidates of the list that a user would get. */
    public Candidates candidates(Scenario scenario, RecommendationContext context, ShopView shop) {
        IntArrayList ranked = blend(scenario, context, shop);
        return new Candidates(ranked, describe(ranked, context, shop));
    }

    private IntArrayList blend(Scenario scenario, RecommendationContext context, ShopView shop) {
        runStrategies(scenario, context, shop, begin(scenario, context, shop));
        return ranked(scenario);
    }

    private void runStrategies(
            Scenario scenario, RecommendationContext context, ShopView shop, CandidateFilter candidates) {
        strategies.run(scenario, context, shop, candidates, candidates(scenario));
        boost(scenario, context, shop);
        if (!context.fatigue().isNone()) {
            blend.multiply(context.fatigue()::factor);
        }
    }

    /** The best candidates of the blend, best first. A ranker learns from exactly those that it orders. */
    private IntArrayList ranked(Scenario scenario) {
        int[] ranked = new int[candidates(scenario)];
        return IntArrayList.wrap(ranked, blend.rank(ranked));
    }

    private FeatureMatrix describe(IntArrayList ranked, RecommendationContext context, ShopView shop) {
        return features.describe(ranked.elements(), ranked.size(), context, shop);
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
        scores.offerTo(top, candidates, context.fatigue());
        int found = top.drain(picks);
        sharedReasons.computeKnown(picks, found, context, scores, reasonLimit);
        for (int place = 0; place < found; place++) {
            int supporters = withheldIfFew(reasons.supporters(place), scenario);
            double score = scores.score(picks[place]) * context.fatigue().factor(picks[place]);
            list.add(picks[place], score, Strategy.USER_BASED, supporters);
            reasons.addStrongest(place, list);
        }
        if (scenario.filledUp() && found < scenario.k()) {
            fillUpWithPopular(scenario.k(), context, view, candidates);
        }
    }

    private void fillUpWithPopular(int k, RecommendationContext context, MatrixView view, CandidateFilter candidates) {
        for (int place = 0; place < list.size(); place++) {
            candidates.exclude(picks[place]);
        }
        for (int item : popular(context, view)) {
            if (list.size() == k) {
                return;
            }
            if (item < view.items() && candidates.testListed(item)) {
                addPopular(item, context, view);
            }
        }
    }

    /** The popular items of the matrix, in the order of what fatigue leaves of their popularity. */
    private static int[] popular(RecommendationContext context, MatrixView view) {
        int[] items = view.popular();
        if (context.fatigue().isNone()) {
            return items;
        }
        int[] tired = items.clone();
        IntArrays.mergeSort(
                tired, (a, b) -> Double.compare(popularity(b, context, view), popularity(a, context, view)));
        return tired;
    }

    private static double popularity(int item, RecommendationContext context, MatrixView view) {
        return item < view.items()
                ? view.popularity(item, context.asOfMs()) * context.fatigue().factor(item)
                : 0;
    }

    private void blended(
            Scenario scenario,
            RecommendationContext context,
            ShopView shop,
            CandidateFilter candidates,
            int reasonLimit,
            Ranker ranker) {
        runStrategies(scenario, context, shop, candidates);
        int count = pick(scenario, context, shop, ranker);
        describe(scenario, context, shop, count, reasonLimit);
    }

    private void boost(Scenario scenario, RecommendationContext context, ShopView shop) {
        if (!scenario.boosts().isEmpty()) {
            blend.multiply(
                    item -> Boost.factorOf(scenario.boosts(), shop.catalog().find(item), context.nowMs()));
        }
    }

    private int pick(Scenario scenario, RecommendationContext context, ShopView shop, Ranker ranker) {
        contentSimilarity.begin(shop.terms());
        DiversityRules rules = shop.catalog().size() == 0
                ? DiversityRules.NONE // items of which nothing is known have nothing in common
                : scenario.diversity().rules(shop.catalog()::find, contentSimilarity::between);
        if (ranker == Ranker.NONE) {
            return diversity.pick(blend.ranked(candidates(scenario)), rules, picks);
        }
        IntArrayList ranked = ranked(scenario);
        IntToDoubleFunction scoreOf = rankAgain(ranked, context, shop, ranker);
        return diversity.pick(RankedItems.of(ranked.elements(), ranked.size(), scoreOf), rules, picks);
    }

    /**
     * Orders candidates by a ranker. Scores begin at 0, so that boosts can multiply them; candidates with equal scores keep the blend's
     * order.
     *
     * @return the score of each candidate, positive
     */
    private IntToDoubleFunction rankAgain(
            IntArrayList candidates, RecommendationContext context, ShopView shop, Ranker ranker) {
        int found = candidates.size();
        if (scores.length < found) {
            scores = new double[2 * found];
        }
        if (found == 0 || !ranker.score(describe(candidates, context, shop), scores)) {
            return blend::score;
        }
        int[] ranked = candidates.elements();
        double least = Arrays.stream(scores, 0, found).min().orElse(0) - LEAST_SCORE;
        Int2DoubleOpenHashMap byItem = new Int2DoubleOpenHashMap(found);
        for (int place = 0; place < found; place++) {
            byItem.put(ranked[place], (scores[place] - least) * blend.factor(ranked[place]));
        }
        int[] blended = Arrays.copyOf(ranked, found);
        IntArrays.mergeSort(blended, (a, b) -> Float.compare((float) byItem.get(b), (float) byItem.get(a)));
        System.arraycopy(blended, 0, ranked, 0, found);
        return byItem::get;
    }

    private void describe(Scenario scenario, RecommendationContext context, ShopView shop, int count, int reasonLimit) {
        boolean usesNeighbors = scenario.weight(Strategy.USER_BASED) > 0;
        if (usesNeighbors) {
            sharedReasons.compute(picks, count, context, strategies.userBased(), reasonLimit > 0);
        }
        for (int place = 0; place < count; place++) {
            int item = picks[place];
            double[] parts = blendedReasons.parts(item);
            Optional<ContentMatch> content =
                    reasonLimit == 0 ? Optional.empty() : blendedReasons.content(item, parts, shop);
            int supporters = usesNeighbors ? withheldIfFew(sharedReasons.supporters(place), scenario) : 0;
            list.add(item, blend.score(item), BlendedReasons.main(parts), supporters);
            BlendedReasons.addTo(list, parts);
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
}
