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

    private final Blend blend;
    private final ItemDictionary dictionary;
    private final UserBasedScores userBased;
    private final ItemBased itemBased;
    private final ContentBased contentBased;
    private final Decay recent;
    private final IntLinkedOpenHashSet named = new IntLinkedOpenHashSet(); // by the strategies so far

    Strategies(
            StrategySettings settings,
            Blend blend,
            SimilarItemsCache cache,
            ItemDictionary dictionary,
            UserBasedScores userBased) {
        this.blend = blend;
        this.dictionary = dictionary;
        this.userBased = userBased;
        this.itemBased = new ItemBased(
                settings.similarity().negligible(),
                settings.userBased().ownHistory(),
                new SimilarItems(settings.itemBased(), dictionary),
                cache,
                dictionary);
        this.contentBased = new ContentBased(settings.contentBased(), dictionary);
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
     * @param most how many items each names, at most
     */
    void ask(Scenario scenario, Occasion occasion, ShopView shop, IntPredicate admits, int most) {
        blend.clear();
        named.clear();
        for (Strategy strategy : IN_TURN) {
            double weight = scenario.weight(strategy);
            if (weight > 0) {
                ask(strategy, weight, occasion, shop, admits, most);
            }
        }
    }

    private void ask(
            Strategy strategy, double weight, Occasion occasion, ShopView shop, IntPredicate admits, int most) {
        MatrixView matrix = shop.matrix();
        long nowMs = occasion.nowMs();
        switch (strategy) {
            case USER_BASED -> askNeighbors(weight, occasion, matrix, admits, most);
            case ITEM_BASED -> askSimilarItems(weight, occasion, matrix, admits, most);
            case CONTENT_BASED -> askContent(weight, occasion, shop, admits, most);
            case TRENDING ->
                addListed(strategy, weight, matrix.trending(), item -> matrix.trend(item, nowMs), admits, most);
            case RECENT -> askArrivals(weight, nowMs, shop, admits, most);
            case POPULAR ->
                addListed(strategy, weight, matrix.popular(), item -> matrix.popularity(item, nowMs), admits, most);
        }
    }

    private void askNeighbors(double weight, Occasion occasion, MatrixView matrix, IntPredicate admits, int most) {
        userBased.compute(occasion.vector(), occasion.neighbors(), matrix);
        TopK top = new TopK(most, dictionary::compareIds);
        for (int i = 0; i < userBased.size(); i++) {
            int item = userBased.item(i);
            double score = userBased.score(item);
            if (score > 0 && (float) score >= top.threshold() && admits.test(item)) {
                top.offer(item, score);
            }
        }
        add(Strategy.USER_BASED, weight, top.take(), userBased::score);
    }

    private void askContent(double weight, Occasion occasion, ShopView shop, IntPredicate admits, int most) {
        List<ContentMatch> matches =
                contentBased.recommend(occasion.vector(), new ContentRequest(most, 0, admits), shop.terms());
        int[] items = matches.stream().mapToInt(ContentMatch::item).toArray();
        double[] scores = matches.stream().mapToDouble(ContentMatch::similarity).toArray();
        add(Strategy.CONTENT_BASED, weight, items, scores);
    }

    private void askArrivals(double weight, long nowMs, ShopView shop, IntPredicate admits, int most) {
        long oldestMs = nowMs - (long) (OLDEST_ARRIVAL * recent.halfLifeMs());
        List<Arrival> arrivals = shop.catalog().arrivals().newest(most, oldestMs, nowMs, admits);
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
            int most) {
        int[] items = Arrays.stream(listed).filter(admits).limit(most).toArray();
        add(strategy, weight, items, scoreOf);
    }

    /** What resembles something disliked has a negative score, and says so of whatever the others have named. */
    private void askSimilarItems(double weight, Occasion occasion, MatrixView matrix, IntPredicate admits, int most) {
        itemBased.score(occasion.vector(), matrix);
        IntArrayList items = IntArrayList.wrap(itemBased.select(most, admits).take());
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
