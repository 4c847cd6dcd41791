package dev.kindred.recommend;

import dev.kindred.blend.Blend;
import dev.kindred.matrix.MatrixView;
import dev.kindred.model.Item;
import dev.kindred.model.Strategy;
import dev.kindred.ranking.Feature;
import dev.kindred.ranking.FeatureMatrix;
import dev.kindred.vector.UserVector;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Describes the candidates of a blend for rankers. Not thread safe: one per thread. */
final class Features {

    private static final Map<Strategy, Feature> SCORES = Map.of(
            Strategy.USER_BASED, Feature.USER_BASED,
            Strategy.SEQUENCE_BASED, Feature.SEQUENCE_BASED,
            Strategy.ITEM_BASED, Feature.ITEM_BASED,
            Strategy.CONTENT_BASED, Feature.CONTENT_BASED,
            Strategy.TRENDING, Feature.TRENDING,
            Strategy.RECENT, Feature.RECENT,
            Strategy.POPULAR, Feature.POPULAR);
    private static final Map<Strategy, Feature> RANKS = new EnumMap<>(Map.of(
            Strategy.USER_BASED, Feature.USER_BASED_RANK,
            Strategy.SEQUENCE_BASED, Feature.SEQUENCE_BASED_RANK,
            Strategy.ITEM_BASED, Feature.ITEM_BASED_RANK,
            Strategy.CONTENT_BASED, Feature.CONTENT_BASED_RANK));
    private static final double HOUR_MS = 3_600_000;
    private static final double MONTH_MS = 30 * 24 * HOUR_MS;
    private static final double FEW_ITEMS = 5;

    private final Blend blend;
    private final FeatureMatrix matrix = new FeatureMatrix();
    private final Map<String, Double> categories = new HashMap<>(); // of the user's items: their part of the interests
    private final Map<String, Double> brands = new HashMap<>();
    private double meanLogPrice; // of the user's items; NaN if no price is known

    Features(Blend blend) {
        this.blend = blend;
    }

    /**
     * Describes items.
     *
     * @param items in the order of the blend; only the first {@code count} are used
     * @return valid until the next call
     */
    FeatureMatrix describe(int[] items, int count, RecommendationContext context, ShopView shop) {
        matrix.begin(count);
        boolean hasCatalog = shop.catalog().size() > 0;
        if (hasCatalog) {
            readTastes(context.vector(), shop);
        }
        for (int row = 0; row < count; row++) {
            describeBlend(items[row], row);
            describeItem(items[row], row, context, shop.matrix());
            describeUser(items[row], row, context);
            if (hasCatalog) {
                describeContent(items[row], row, context, shop);
            }
        }
        RANKS.forEach((strategy, feature) -> describeRanks(items, count, strategy, feature));
        return matrix;
    }

    private void describeBlend(int item, int row) {
        matrix.set(row, Feature.CONSTANT, 1);
        matrix.set(row, Feature.BLEND, blend.score(item) / Math.max(1e-9, blend.factor(item)));
        matrix.set(row, Feature.RANK, 1.0 / (row + 1));
        SCORES.forEach((strategy, feature) -> matrix.set(row, feature, blend.normalized(item, strategy)));
    }

    private void describeItem(int item, int row, RecommendationContext context, MatrixView view) {
        double users = item < view.items() ? view.popularity(item, context.asOfMs()) : 0;
        matrix.set(row, Feature.POPULARITY, Math.min(1, Math.log1p(users) / 10));
    }

    private void describeUser(int item, int row, RecommendationContext context) {
        UserVector user = context.vector();
        int index = user.indexOf(item);
        if (index >= 0) {
            double hours = Math.max(0, context.nowMs() - user.touchedMs(index)) / HOUR_MS;
            matrix.set(row, Feature.OWN, 1);
            matrix.set(row, Feature.OWN_RECENCY, 1 / (1 + hours));
            matrix.set(row, Feature.LAST, item == user.lastTouchedItem() ? 1 : 0);
        }
        double newcomer = FEW_ITEMS / (FEW_ITEMS + user.size());
        matrix.set(row, Feature.NEWCOMER, newcomer);
        matrix.set(row, Feature.NEWCOMER_USER_BASED, newcomer * matrix.get(row, Feature.USER_BASED));
        matrix.set(row, Feature.NEWCOMER_SEQUENCE_BASED, newcomer * matrix.get(row, Feature.SEQUENCE_BASED));
        matrix.set(row, Feature.NEWCOMER_ITEM_BASED, newcomer * matrix.get(row, Feature.ITEM_BASED));
        matrix.set(row, Feature.NEWCOMER_OWN, newcomer * matrix.get(row, Feature.OWN));
        double angle = 2 * Math.PI * context.nowMs() / (24 * HOUR_MS);
        matrix.set(row, Feature.HOUR_COSINE, Math.cos(angle));
        matrix.set(row, Feature.HOUR_SINE, Math.sin(angle));
    }

    private void readTastes(UserVector user, ShopView shop) {
        categories.clear();
        brands.clear();
        double total = 0;
        double logPrices = 0;
        double priced = 0;
        for (int i = 0; i < user.size(); i++) {
            double interest = Math.max(0, user.interest(i));
            Optional<Item> known = shop.catalog().find(user.item(i));
            if (known.isPresent() && interest > 0) {
                total += interest;
                known.get().categories().forEach(category -> categories.merge(category, interest, Double::sum));
                brands.merge(known.get().brand(), interest, Double::sum);
                double price = known.get().price().map(p -> p.amount()).orElse(0.0);
                if (price > 0) {
                    logPrices += interest * Math.log(price);
                    priced += interest;
                }
            }
        }
        double all = total;
        categories.replaceAll((category, interest) -> interest / all);
        brands.remove("");
        brands.replaceAll((brand, interest) -> interest / all);
        meanLogPrice = priced == 0 ? Double.NaN : logPrices / priced;
    }

    private void describeContent(int number, int row, RecommendationContext context, ShopView shop) {
        Optional<Item> known = shop.catalog().find(number);
        if (known.isEmpty()) {
            return;
        }
        Item item = known.get();
        matrix.set(
                row,
                Feature.CATEGORY_AFFINITY,
                item.categories().stream()
                        .mapToDouble(category -> categories.getOrDefault(category, 0.0))
                        .max()
                        .orElse(0));
        matrix.set(row, Feature.BRAND_AFFINITY, brands.getOrDefault(item.brand(), 0.0));
        item.price()
                .map(price -> price.amount())
                .filter(price -> price > 0)
                .ifPresent(price ->
                        matrix.set(row, Feature.PRICE_DISTANCE, Math.min(2, Math.abs(Math.log(price) - meanLogPrice))));
        item.publishedMs()
                .ifPresent(publishedMs -> matrix.set(
                        row, Feature.NEWNESS, 1 / (1 + Math.max(0, context.nowMs() - publishedMs) / MONTH_MS)));
    }

    /** Equal scores have the same rank: the number of better ones, plus 1. */
    private void describeRanks(int[] items, int count, Strategy strategy, Feature feature) {
        double[] ascending = new double[count];
        Arrays.setAll(ascending, row -> blend.normalized(items[row], strategy));
        double[] scores = ascending.clone();
        Arrays.sort(ascending);
        for (int row = 0; row < count; row++) {
            if (scores[row] > 0) {
                int better = count - firstAbove(ascending, scores[row]);
                matrix.set(row, feature, 1.0 / (1 + better));
            }
        }
    }

    private static int firstAbove(double[] ascending, double value) {
        int low = 0;
        int high = ascending.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ascending[middle] > value) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
