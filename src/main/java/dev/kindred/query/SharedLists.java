package dev.kindred.query;

import dev.kindred.catalog.Catalog;
import dev.kindred.expression.ItemFilter;
import dev.kindred.math.TopK;
import dev.kindred.matrix.MatrixView;
import dev.kindred.model.Item;
import dev.kindred.model.ItemDictionary;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Lists that are the same for all users, of all items or of one category with those below it. They contain only
 * {@linkplain Catalog#isShown shown} items. The matrix keeps the lists of all items; a category's list comes from a
 * scan of the whole catalog, so that it is complete.
 *
 * @param minimumSupport how many users a popular or trending item needs
 */
record SharedLists(Catalog catalog, ItemDictionary dictionary, int minimumSupport) {

    private static final double ANY_AUDIENCE = Double.MIN_VALUE; // any positive number of users
    private static final double MIN_TREND = 1e-3; // of a user: ten half-lives after the last touch

    List<ListedItem> popular(int limit, Optional<String> category, MatrixView view) {
        IntToDoubleFunction users = item -> view.popularity(item, Long.MIN_VALUE);
        return best(limit, category, view.popular(), view, users, ANY_AUDIENCE)
                .mapToObj(item -> new ListedItem(dictionary.idOf(item), users.applyAsDouble(item)))
                .toList();
    }

    List<ListedItem> trending(int limit, Optional<String> category, MatrixView view) {
        return best(limit, category, view.trending(), view, item -> trend(item, view), MIN_TREND)
                .mapToObj(item -> new ListedItem(dictionary.idOf(item), trend(item, view)))
                .toList();
    }

    OptionalInt trendPosition(String itemId, MatrixView view) {
        int item = dictionary.find(itemId);
        int[] all = best(
                        Integer.MAX_VALUE,
                        Optional.empty(),
                        view.trending(),
                        view,
                        number -> trend(number, view),
                        MIN_TREND)
                .toArray();
        return IntStream.range(0, all.length)
                .filter(place -> all[place] == item)
                .map(place -> place + 1)
                .findFirst();
    }

    private static double trend(int item, MatrixView view) {
        return view.trend(item, Long.MIN_VALUE);
    }

    List<ListedItem> recent(int limit, Optional<String> category, long nowMs) {
        Predicate<Item> isWanted = isIn(category);
        return catalog
                .arrivals()
                .newest(
                        limit,
                        Long.MIN_VALUE,
                        nowMs,
                        item -> catalog.isShown(item)
                                && catalog.find(item).filter(isWanted).isPresent())
                .stream()
                .map(arrival -> new ListedItem(dictionary.idOf(arrival.item()), arrival.publishedMs()))
                .toList();
    }

    private IntStream best(
            int limit,
            Optional<String> category,
            int[] listed,
            MatrixView view,
            IntToDoubleFunction valueOf,
            double minimum) {
        IntPredicate isListed = item -> view.users(item) >= minimumSupport && catalog.isShown(item);
        return category.isPresent()
                ? bestOfCatalog(limit, isIn(category), isListed, valueOf, minimum)
                : IntStream.of(listed)
                        .takeWhile(item -> valueOf.applyAsDouble(item) >= minimum)
                        .filter(isListed)
                        .limit(limit);
    }

    private IntStream bestOfCatalog(
            int limit, Predicate<Item> isWanted, IntPredicate isListed, IntToDoubleFunction valueOf, double minimum) {
        TopK top = new TopK(limit, dictionary::compareIds);
        catalog.forEach((item, number) -> {
            double value = valueOf.applyAsDouble(number);
            if (value >= minimum && (float) value >= top.threshold() && isListed.test(number) && isWanted.test(item)) {
                top.offer(number, value);
            }
        });
        int[] best = new int[limit];
        return Arrays.stream(best, 0, top.drain(best));
    }

    private static Predicate<Item> isIn(Optional<String> category) {
        return category.map(ItemFilter::under).orElse(item -> true);
    }
}
