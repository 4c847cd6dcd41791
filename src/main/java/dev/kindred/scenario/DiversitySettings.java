package dev.kindred.scenario;

import dev.kindred.blend.Cap;
import dev.kindred.blend.CategorySimilarity;
import dev.kindred.blend.DiversityRules;
import dev.kindred.blend.ItemSimilarity;
import dev.kindred.model.Item;
import dev.kindred.model.Require;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;

/**
 * The diversity of a list.
 *
 * @param by the measure of similarity between items
 * @param lambda in [0, 1]: 1 orders by score alone; smaller values give more diverse lists
 * @param mostPerBrand the greatest number of items of one brand; empty for no limit
 * @param mostPerCategory the greatest number of items of one category; empty for no limit
 */
public record DiversitySettings(Likeness by, double lambda, OptionalInt mostPerBrand, OptionalInt mostPerCategory) {

    /** No diversity: the best items in their order. */
    public static final DiversitySettings NONE =
            new DiversitySettings(Likeness.CATEGORY, 1, OptionalInt.empty(), OptionalInt.empty());

    /** The measures of similarity between items. */
    public enum Likeness {
        /** By their categories. */
        CATEGORY,
        /** By their descriptions. */
        CONTENT
    }

    public DiversitySettings {
        Require.that(lambda >= 0 && lambda <= 1, "lambda must be in [0, 1]", lambda);
        checkCap("mostPerBrand", mostPerBrand);
        checkCap("mostPerCategory", mostPerCategory);
    }

    /** Whether the list keeps the best items in their order. */
    public boolean keepsTheOrder() {
        return lambda == 1 && mostPerBrand.isEmpty() && mostPerCategory.isEmpty();
    }

    private static void checkCap(String name, OptionalInt limit) {
        if (limit.isPresent() && limit.getAsInt() < 1) {
            throw new IllegalArgumentException(name + " must be positive, got " + limit.getAsInt());
        }
    }

    /**
     * The diversity rules for the items of a catalog.
     *
     * @param itemOf finds an item by number
     * @param content the similarity of two items by their descriptions
     */
    public DiversityRules rules(IntFunction<Optional<Item>> itemOf, ItemSimilarity content) {
        List<Cap> caps = new ArrayList<>();
        mostPerBrand.ifPresent(limit -> caps.add(new Cap(
                number -> itemOf.apply(number)
                        .map(Item::brand)
                        .filter(brand -> !brand.isEmpty())
                        .map(List::of)
                        .orElse(List.of()),
                limit)));
        mostPerCategory.ifPresent(limit -> caps.add(
                new Cap(number -> itemOf.apply(number).map(Item::categories).orElse(List.of()), limit)));
        return new DiversityRules(lambda, by == Likeness.CONTENT ? content : byCategory(itemOf), caps);
    }

    private static ItemSimilarity byCategory(IntFunction<Optional<Item>> itemOf) {
        return (number, other) -> {
            Optional<Item> item = itemOf.apply(number);
            Optional<Item> otherItem = itemOf.apply(other);
            return item.isPresent() && otherItem.isPresent()
                    ? CategorySimilarity.between(item.get(), otherItem.get())
                    : 0;
        };
    }
}
