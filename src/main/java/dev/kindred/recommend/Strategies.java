package dev.kindred.recommend;

import dev.kindred.blend.Blend;
import dev.kindred.catalog.Arrival;
import dev.kindred.content.ContentBased;
import dev.kindred.content.ContentMatch;
import dev.kindred.content.ContentRequest;
import dev.kindred.math.Decay;
import dev.kindred.math.Shortlist;
import dev.kindred.matrix.MatrixView;
import dev.kindred.model.ItemDictionary;
import dev.kindred.model.Strategy;
import dev.kindred.scenario.Scenario;
import dev.kindred.similarity.ItemBased;
import dev.kindred.similarity.SimilarItems;
import dev.kindred.similarity.SimilarItemsCache;
import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.ints.IntComparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;

/**
 * Runs every strategy with a weight in a scenario and adds its best items to a {@link Blend}. The scores stay until the
 * next run, for explanations. Not thread safe: one per thread.
 */
final class Strategies {

    /** The order of runs. The last one may lower the scores of the items of the others. */
    private static final List<Strategy> ORDER = List.of(
            Strategy.USER_BASED,
            Strategy.SEQUENCE_BASED,
            Strategy.CONTENT_BASED,
            Strategy.TRENDING,
            Strategy.RECENT,
            Strategy.POPULAR,
            Strategy.ITEM_BASED);

    private static final int OLDEST_ARRIVAL = 10; // half-lives: the score of older items is below a thousandth

    private static final double FILL_WEIGHT = 0.01;

    private final Blend blend;
    private final UserBasedScores userBased;
    private final ItemBased itemBased;
    private final ContentBased contentBased;
    private final SequenceBased sequenceBased;
    private final Decay recent;
    private final IntComparator ties;
    private final Shortlist selected = new Shortlist(); // of one strategy
    private double[] scores = new double[256]; // of these

    Strategies(ModelSettings settings, Blend blend, SimilarItemsCache cache, ItemDictionary dictionary) {
        this.blend = blend;
        this.ties = dictionary::compareIds;
        this.userBased = new UserBasedScores(settings.recommend());
        this.itemBased = new ItemBased(
                settings.similarity().negligible(),
                settings.recommend().ownHistory(),
                new SimilarItems(settings.similarItems(), dictionary),
                cache,
                dictionary);
        this.contentBased = new ContentBased(settings.content(), dictionary);
        this.sequenceBased = new SequenceBased(
                settings.recommend().ownHistory(), settings.recommend().minimumSupport(), dictionary);
        this.recent = settings.recent();
    }

    /** The scores of the neighbors in the last run. */
    UserBasedScores userBased() {
        return userBased;
    }

    /** The scores of successors in the last run. */
    SequenceBased sequenceBased() {
        return sequenceBased;
    }

    /** The scores of similar items in the last run. */
    ItemBased itemBased() {
        return itemBased;
    }

    /** The search by content of the last run. */
    ContentBased contentBased() {
        return contentBased;
    }

    /**
     * Runs all strategies of a scenario.
     *
     * @param limit the greatest number of items of each strategy
     */
    void run(Scenario scenario, RecommendationContext context, ShopView shop, CandidateFilter admits, int limit) {
        blend.clear();
        for (Strategy strategy : ORDER) {
            double weight = strategy == Strategy.POPULAR ? popularWeight(scenario) : scenario.weight(strategy);
            if (weight > 0) {
                run(strategy, weight, context, shop, admits, limit);
            }
        }
    }

    /** Popular items that only fill up have the weight of the default blend, which does not move other items. */
    private static double popularWeight(Scenario scenario) {
        double weight = scenario.weight(Strategy.POPULAR);
        return weight == 0 && scenario.filledUp() ? FILL_WEIGHT * scenario.totalWeight() : weight;
    }

    private void run(
            Strategy strategy,
            double weight,
            RecommendationContext context,
            ShopView shop,
            CandidateFilter admits,
            int limit) {
        MatrixView matrix = shop.matrix();
        long nowMs = context.nowMs();
        switch (strategy) {
            case USER_BASED -> addNeighbors(weight, context, matrix, admits, limit);
            case SEQUENCE_BASED -> addSuccessors(weight, context, matrix, admits, limit);
            case ITEM_BASED -> addSimilarItems(weight, context, matrix, admits, limit);
            case CONTENT_BASED -> addContent(weight, context, shop, admits, limit);
            case TRENDING ->
                addListed(
                        strategy,
                        weight,
                        matrix.trending(),
                        item -> matrix.trend(item, nowMs),
                        admits::testListed,
                        limit);
            case RECENT -> addArrivals(weight, nowMs, shop, admits, limit);
            case POPULAR ->
                addListed(
                        strategy,
                        weight,
                        matrix.popular(),
                        item -> matrix.popularity(item, nowMs),
                        admits::testListed,
                        limit);
        }
    }

    private void addNeighbors(
            double weight, RecommendationContext context, MatrixView matrix, IntPredicate admits, int limit) {
        userBased.compute(context.vector(), context.neighbors(), matrix, context.asOfMs());
        int count = userBased.select(limit, ties, admits, selected);
        add(Strategy.USER_BASED, weight, selected.ids(), count, userBased::score);
    }

    private void addSuccessors(
            double weight, RecommendationContext context, MatrixView matrix, IntPredicate admits, int limit) {
        sequenceBased.score(context.neighbors().userKey(), context.vector(), matrix);
        int count = sequenceBased.select(limit, admits, selected);
        add(Strategy.SEQUENCE_BASED, weight, selected.ids(), count, sequenceBased::score);
    }

    private void addContent(
            double weight, RecommendationContext context, ShopView shop, IntPredicate admits, int limit) {
        List<ContentMatch> matches =
                contentBased.recommend(context.vector(), new ContentRequest(limit, 0, admits), shop.terms());
        int[] items = matches.stream().mapToInt(ContentMatch::item).toArray();
        double[] similarities =
                matches.stream().mapToDouble(ContentMatch::similarity).toArray();
        blend.add(Strategy.CONTENT_BASED, weight, items, similarities, items.length);
    }

    private void addArrivals(double weight, long nowMs, ShopView shop, IntPredicate admits, int limit) {
        long oldestMs = nowMs - (long) (OLDEST_ARRIVAL * recent.halfLifeMs());
        List<Arrival> arrivals = shop.catalog().arrivals().newest(limit, oldestMs, nowMs, admits);
        int[] items = arrivals.stream().mapToInt(Arrival::item).toArray();
        double[] factors = arrivals.stream()
                .mapToDouble(arrival -> recent.factor(nowMs - arrival.publishedMs()))
                .toArray();
        blend.add(Strategy.RECENT, weight, items, factors, items.length);
    }

    private void addListed(
            Strategy strategy,
            double weight,
            int[] listed,
            IntToDoubleFunction scoreOf,
            IntPredicate admits,
            int limit) {
        int[] items = new int[limit];
        int size = 0;
        for (int at = 0; at < listed.length && size < limit; at++) {
            items[size] = listed[at];
            size += admits.test(listed[at]) ? 1 : 0;
        }
        add(strategy, weight, items, size, scoreOf);
    }

    /** Items similar to a disliked one have a negative score, also if another strategy has found them. */
    private void addSimilarItems(
            double weight, RecommendationContext context, MatrixView matrix, IntPredicate admits, int limit) {
        itemBased.score(context.vector(), matrix);
        int count = itemBased.select(limit, admits, selected);
        int[] items = selected.ids();
        for (int place = 0; place < blend.candidates(); place++) {
            int item = blend.candidate(place);
            if (item < matrix.items() && itemBased.score(item) < 0) {
                items = IntArrays.ensureCapacity(items, count + 1, count);
                items[count++] = item;
            }
        }
        add(Strategy.ITEM_BASED, weight, items, count, itemBased::score);
    }

    private void add(Strategy strategy, double weight, int[] items, int count, IntToDoubleFunction scoreOf) {
        if (scores.length < count) {
            scores = new double[2 * count];
        }
        for (int i = 0; i < count; i++) {
            scores[i] = scoreOf.applyAsDouble(items[i]);
        }
        blend.add(strategy, weight, items, scores, count);
    }
}
