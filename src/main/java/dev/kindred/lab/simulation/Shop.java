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
    private final CategoryItems[] shelves;
    private final Labels labels;
    private int inFashion;

    Shop(RandomGenerator random, int items, Labels labels) {
        this.random = random;
        this.labels = labels;
        this.shelves = shelves(random, items);
        this.inFashion = random.nextInt(shelves.length);
    }

    private static CategoryItems[] shelves(RandomGenerator random, int items) {
        List<Categories.Category> categories = Categories.ALL;
        int count = Math.max(1, Math.min(categories.size(), items / ITEMS_PER_CATEGORY));
        CategoryItems[] shelves = new CategoryItems[count];
        for (int i = 0; i < count; i++) {
            // the first items % count shelves hold one more
            shelves[i] =
                    new CategoryItems(random, categories.get(i).name(), items / count + (i < items % count ? 1 : 0));
        }
        return shelves;
    }

    /** All items with their labels, shelf by shelf. */
    Stream<Item> items() {
        return IntStream.range(0, shelves.length)
                .boxed()
                .flatMap(category ->
                        IntStream.range(0, shelves[category].size()).mapToObj(place -> item(category, place)));
    }

    /** An item with its label. */
    Item item(int category, int place) {
        CategoryItems shelf = shelves[category];
        return labels.of(shelf.id(place), category, (double) place / shelf.size());
    }

    int categories() {
        return shelves.length;
    }

    CategoryItems shelf(int category) {
        return shelves[category];
    }

    /** The category that is in fashion today. */
    int inFashion() {
        return inFashion;
    }

    /** Brings another category into fashion, with a new item in it, and launches some items in other categories. */
    void newDay() {
        inFashion = random.nextInt(shelves.length);
        shelves[inFashion].launch(random);
        for (CategoryItems shelf : shelves) {
            if (random.nextDouble() < LAUNCHES_PER_SHELF) {
                shelf.launch(random);
            }
        }
    }
}
