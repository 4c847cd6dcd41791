package dev.kindred.lab.simulation;

import dev.kindred.model.Item;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The items on sale and the category in fashion. Fashion changes once a simulated day.
 *
 * <p>A small shop has fewer categories, so that each has some items to choose from.
 */
final class Shop {

    private static final int ITEMS_PER_CATEGORY = 8;
    private static final double LAUNCHES_PER_SHELF = 0.1; // and day

    private final RandomGenerator random;
    private final CategoryItems[] assortments;
    private final Labels labels;
    private int inFashion;

    Shop(RandomGenerator random, int items, Labels labels) {
        this.random = random;
        this.labels = labels;
        this.assortments = assortments(random, items);
        this.inFashion = random.nextInt(assortments.length);
    }

    private static CategoryItems[] assortments(RandomGenerator random, int items) {
        List<Categories.Category> categories = Categories.ALL;
        int count = Math.max(1, Math.min(categories.size(), items / ITEMS_PER_CATEGORY));
        CategoryItems[] assortments = new CategoryItems[count];
        for (int i = 0; i < count; i++) {
            // the first items % count categories have one more item
            assortments[i] =
                    new CategoryItems(random, categories.get(i).name(), items / count + (i < items % count ? 1 : 0));
        }
        return assortments;
    }

    /** All items with their labels, category by category. */
    Stream<Item> items() {
        return IntStream.range(0, assortments.length)
                .boxed()
                .flatMap(category ->
                        IntStream.range(0, assortments[category].size()).mapToObj(place -> item(category, place)));
    }

    /** An item with its label. */
    Item item(int category, int place) {
        CategoryItems assortment = assortments[category];
        return labels.of(assortment.id(place), category, (double) place / assortment.size());
    }

    int categories() {
        return assortments.length;
    }

    CategoryItems assortment(int category) {
        return assortments[category];
    }

    /** The category that is in fashion today. */
    int inFashion() {
        return inFashion;
    }

    /** Brings another category into fashion, with a new item in it, and launches some items in other categories. */
    void newDay() {
        inFashion = random.nextInt(assortments.length);
        assortments[inFashion].launch(random);
        for (CategoryItems assortment : assortments) {
            if (random.nextDouble() < LAUNCHES_PER_SHELF) {
                assortment.launch(random);
            }
        }
    }
}
