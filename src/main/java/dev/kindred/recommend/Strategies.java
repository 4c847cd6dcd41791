package dev.kindred.recommend;

import dev.kindred.blend.Blend;
import dev.kindred.catalog.Arrival;
import dev.kindred.content.ContentBased;
import dev.kindred.content.ContentMatch;
import dev.kindred.content.ContentRequest;
import dev.kindred.math.Decay;
import dev.kindred.math.TopK;
import dev.kindred.matrix.MatrixView;
import dev.kindred.model.ItemDictionary;
import dev.kindred.model.Strategy;
import dev.kindred.scenario.Scenario;
import dev.kindred.similarity.ItemBased;
import dev.kindred.similarity.SimilarItems;
import dev.kindred.similarity.SimilarItemsCache;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntLinkedOpenHashSet;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;

/**
 * Asks every strategy that a scenario gives a weight for its best items, into a {@link Blend}. Not thread safe: one per
 * thread; what was asked stays until the next time, so that it can be explained.
 */
final class Strategies {

    /** All of them; the last one may speak against what the others named. */
    private static final List<Strategy> IN_TURN = List.of(
            Strategy.USER_BASED,
            Strategy.CONTENT_BASED,
            Strategy.TRENDING,
            Strategy.RECENT,
            Strategy.POPULAR,
            Strategy.ITEM_BASED);

    private static final int OLDEST_ARRIVAL = 10; // half-lives: what is older counts less than a thousandth

    private static final double FILL_WEIGHT = 0.01;

    private final Blend blend;
    private final ItemDictionary dictionary;
    private final UserBasedScores userBased;
    private final ItemBased itemBased;
    private final ContentBased contentBased;
    private final Decay recent;
    private final IntLinkedOpenHashSet named = new IntLinkedOpenHashSet(); // by the strategies so far

    Strategies(ModelSettings settings, Blend blend, SimilarItemsCache cache, ItemDictionary dictionary) {
        this.blend = blend;
        this.dictionary = dictionary;
        this.userBased = new UserBasedScores(settings.recommend());
        this.itemBased = new ItemBased(
                settings.similarity().negligible(),
                settings.recommend().ownHistory(),
                new SimilarItems(settings.similarItems(), dictionary),
                cache,
                dictionary);
        this.contentBased = new ContentBased(settings.content(), dictionary);
        this.recent = settings.recent();
    }

    /** The scores that neighbors gave last. */
    UserBasedScores userBased() {
        return userBased;
    }

    /** The scores that similar items gave last. */
    ItemBased itemBased() {
        return itemBased;
    }

    /** The search that was last done by content. */
    ContentBased contentBased() {
        return contentBased;
    }

    /**
     * Asks them all.
     *
     * @param limit the greatest number of items of each strategy
     */
    void ask(Scenario scenario, RecommendationContext context, ShopView shop, IntPredicate admits, int limit) {
        blend.clear();
        named.clear();
        for (Strategy strategy : IN_TURN) {
            double weight = strategy == Strategy.POPULAR ? popularWeight(scenario) : scenario.weight(strategy);
            if (weight > 0) {
                ask(strategy, weight, context, shop, admits, limit);
            }
        }
    }

    /** What fills a list up has the weight that does no more, as in the default blend. */
    private static double popularWeight(Scenario scenario) {
        double weight = scenario.weight(Strategy.POPULAR);
        return weight == 0 && scenario.filledUp() ? FILL_WEIGHT * scenario.totalWeight() : weight;
    }

    private void ask(
            Strategy strategy,
            double weight,
            RecommendationContext context,
            ShopView shop,
            IntPredicate admits,
            int limit) {
        MatrixView matrix = shop.matrix();
        long nowMs = context.nowMs();
        switch (strategy) {
            case USER_BASED -> askNeighbors(weight, context, matrix, admits, limit);
            case ITEM_BASED -> askSimilarItems(weight, context, matrix, admits, limit);
            case CONTENT_BASED -> askContent(weight, context, shop, admits, limit);
            case TRENDING ->
                addListed(strategy, weight, matrix.trending(), item -> matrix.trend(item, nowMs), admits, limit);
            case RECENT -> askArrivals(weight, nowMs, shop, admits, limit);
            case POPULAR ->
                addListed(strategy, weight, matrix.popular(), item -> matrix.popularity(item, nowMs), admits, limit);
        }
    }

    private void askNeighbors(
            double weight, RecommendationContext context, MatrixView matrix, IntPredicate admits, int limit) {
        userBased.compute(context.vector(), context.neighbors(), matrix);
        TopK top = new TopK(limit, dictionary::compareIds);
        userBased.offerTo(top, admits);
        add(Strategy.USER_BASED, weight, top.take(), userBased::score);
    }

    private void askContent(
            double weight, RecommendationContext context, ShopView shop, IntPredicate admits, int limit) {
        List<ContentMatch> matches =
                contentBased.recommend(context.vector(), new ContentRequest(limit, 0, admits), shop.terms());
        int[] items = matches.stream().mapToInt(ContentMatch::item).toArray();
        double[] scores = matches.stream().mapToDouble(ContentMatch::similarity).toArray();
        add(Strategy.CONTENT_BASED, weight, items, scores);
    }

    private void askArrivals(double weight, long nowMs, ShopView shop, IntPredicate admits, int limit) {
        long oldestMs = nowMs - (long) (OLDEST_ARRIVAL * recent.halfLifeMs());
        List<Arrival> arrivals = shop.catalog().arrivals().newest(limit, oldestMs, nowMs, admits);
        int[] items = arrivals.stream().mapToInt(Arrival::item).toArray();
        double[] scores = arrivals.stream()
                .mapToDouble(arrival -> recent.factor(nowMs - arrival.publishedMs()))
                .toArray();
        add(Strategy.RECENT, weight, items, scores);
    }

    private void addListed(
            Strategy strategy,
            double weight,
            int[] listed,
            IntToDoubleFunction scoreOf,
            IntPredicate admits,
            int limit) {
        int[] items = Arrays.stream(listed).filter(admits).limit(limit).toArray();
        add(strategy, weight, items, scoreOf);
    }

    /** What resembles something disliked has a negative score, and says so of whatever the others have named. */
    private void askSimilarItems(
            double weight, RecommendationContext context, MatrixView matrix, IntPredicate admits, int limit) {
        itemBased.score(context.vector(), matrix);
        IntArrayList items = IntArrayList.wrap(itemBased.select(limit, admits).take());
        named.forEach((int item) -> {
            if (item < matrix.items() && itemBased.score(item) < 0) {
                items.add(item);
            }
        });
        add(Strategy.ITEM_BASED, weight, items.toIntArray(), itemBased::score);
    }

    private void add(Strategy strategy, double weight, int[] items, IntToDoubleFunction scoreOf) {
        add(strategy, weight, items, Arrays.stream(items).mapToDouble(scoreOf).toArray());
    }

    private void add(Strategy strategy, double weight, int[] items, double[] scores) {
        for (int item : items) {
            named.add(item);
        }
        blend.add(strategy, weight, items, scores, items.length);
    }
}
