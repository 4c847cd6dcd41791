package dev.kindred.scenario;

import dev.kindred.blend.Cap;
import dev.kindred.blend.CategorySimilarity;
import dev.kindred.blend.DiversityRules;
import dev.kindred.blend.ItemSimilarity;
import dev.kindred.model.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;

/**
 * How different the items of a list are to be.
 *
 * @param by what makes two items alike
 * @param lambda in [0, 1]: 1 shows the best, however much they are alike; the less, the more different
 * @param mostPerBrand how many of one brand at most, if that is limited
 * @param mostPerCategory how many of one category at most, if that is limited
 */
public record DiversitySettings(Likeness by, double lambda, OptionalInt mostPerBrand, OptionalInt mostPerCategory) {

    /** The best items in their order. */
    public static final DiversitySettings NONE =
            new DiversitySettings(Likeness.CATEGORY, 1, OptionalInt.empty(), OptionalInt.empty());

    /** What makes two items alike. */
    public enum Likeness {
        /** Where they belong. */
        CATEGORY,
        /** How they are described. */
        CONTENT
    }

    public DiversitySettings {
        if (!(lambda >= 0 && lambda <= 1)) {
            throw new IllegalArgumentException("lambda must be in [0, 1], got " + lambda);
        }
        checkCap("mostPerBrand", mostPerBrand);
        checkCap("mostPerCategory", mostPerCategory);
    }

    /** Whether the list is the best items in their order. */
    public boolean keepsTheOrder() {
        return lambda == 1 && mostPerBrand.isEmpty() && mostPerCategory.isEmpty();
    }

    private static void checkCap(String name, OptionalInt limit) {
        if (limit.isPresent() && limit.getAsInt() < 1) {
            throw new IllegalArgumentException(name + " must be positive, got " + limit.getAsInt());
        }
    }

    /**
     * The rules for items of a catalog.
     *
     * @param itemOf what is known of an item, by number
     * @param content how much alike two items are described
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
