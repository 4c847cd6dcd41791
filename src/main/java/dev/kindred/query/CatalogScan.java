package dev.kindred.query;

import dev.kindred.catalog.Catalog;
import dev.kindred.math.TopK;
import dev.kindred.model.Item;
import dev.kindred.model.ItemDictionary;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToIntFunction;

/**
 * Answers for people who look after the catalog, from a scan of all its items, hidden ones too. A scan of a million items
 * takes some tenths of a second.
 *
 * @param isTouched whether known users have touched an item, and enough of them that none can be recognized
 */
record CatalogScan(Catalog catalog, ItemDictionary dictionary, IntPredicate isTouched) {

    /**
     * The items that contain every word in their id, title, brand, categories or tags, the most popular first, then by id.
     *
     * @param words separated by spaces; case does not matter
     * @param lacking what the items must lack; empty for all items
     */
    FoundItems find(String words, Optional<Gap> lacking, int limit, IntToDoubleFunction popularity) {
        List<String> wanted = Arrays.stream(words.toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        TopK top = new TopK(limit, dictionary::compareIds);
        int[] total = new int[1];
        catalog.forEach((item, number) -> {
            boolean isWanted =
                    lacking.map(gap -> gap.isIn(item, isTouched.test(number))).orElse(true) && has(item, wanted);
            if (isWanted) {
                total[0]++;
                top.offer(number, popularity.applyAsDouble(number));
            }
        });
        int[] best = new int[limit];
        List<Item> items = Arrays.stream(best, 0, top.drain(best))
                .mapToObj(catalog::find)
                .flatMap(Optional::stream)
                .toList();
        return new FoundItems(total[0], items);
    }

    private static boolean has(Item item, List<String> words) {
        if (words.isEmpty()) {
            return true;
        }
        String text = String.join(
                        "\n",
                        item.itemId(),
                        item.title(),
                        item.brand(),
                        String.join("\n", item.categories()),
                        String.join("\n", item.tags()))
                .toLowerCase(Locale.ROOT);
        return words.stream().allMatch(text::contains);
    }

    CatalogSummary summary() {
        Map<Gap, int[]> counts = new EnumMap<>(Gap.class);
        for (Gap gap : Gap.values()) {
            counts.put(gap, new int[1]);
        }
        int[] items = new int[1];
        catalog.forEach((item, number) -> {
            items[0]++;
            counts.forEach((gap, count) -> count[0] += gap.isIn(item, isTouched.test(number)) ? 1 : 0);
        });
        ToIntFunction<Gap> of = gap -> counts.getOrDefault(gap, items)[0];
        return new CatalogSummary(
                items[0],
                of.applyAsInt(Gap.PICTURE),
                of.applyAsInt(Gap.PRICE),
                of.applyAsInt(Gap.CATEGORY),
                of.applyAsInt(Gap.TITLE),
                of.applyAsInt(Gap.VISIBILITY),
                of.applyAsInt(Gap.STOCK),
                of.applyAsInt(Gap.USERS));
    }
}
