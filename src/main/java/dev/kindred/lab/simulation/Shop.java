package dev.kindred.lab.simulation;

import dev.kindred.model.Item;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What is on sale, and what is in fashion. Fashion changes once a simulated day.
 *
 * <p>A small shop has fewer categories, so that each has some items to choose from.
 */
final class Shop {

    private static final int ITEMS_PER_CATEGORY = 8;
    private static final double LAUNCHES_PER_SHELF = 0.1; // and day

    private final RandomGenerator random;
    private final Shelf[] shelves;
    private final Labels labels;
    private int inFashion;

    Shop(RandomGenerator random, int items, Labels labels) {
        this.random = random;
        this.labels = labels;
        this.shelves = shelves(random, items);
        this.inFashion = random.nextInt(shelves.length);
    }

    private static Shelf[] shelves(RandomGenerator random, int items) {
        List<Category> categories = Categories.ALL;
        int count = Math.max(1, Math.min(categories.size(), items / ITEMS_PER_CATEGORY));
        Shelf[] shelves = new Shelf[count];
        for (int i = 0; i < count; i++) {
            // the first items % count shelves hold one more
            shelves[i] = new Shelf(random, categories.get(i).name(), items / count + (i < items % count ? 1 : 0));
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
        Shelf shelf = shelves[category];
        return labels.of(shelf.id(place), category, (double) place / shelf.size());
    }

    int categories() {
        return shelves.length;
    }

    Shelf shelf(int category) {
        return shelves[category];
    }

    /** The category that everybody looks at today. */
    int inFashion() {
        return inFashion;
    }

    /** Brings another category into fashion, with something new in it, and launches an item here and there. */
    void newDay() {
        inFashion = random.nextInt(shelves.length);
        shelves[inFashion].launch(random);
        for (Shelf shelf : shelves) {
            if (random.nextDouble() < LAUNCHES_PER_SHELF) {
                shelf.launch(random);
            }
        }
    }
}
