package dev.kindred.lab.simulation;

import dev.kindred.model.Resources;
import java.util.List;

/** The categories of the shop, in departments, from {@code categories.csv}. */
final class Categories {

    /**
     * One category of items.
     *
     * @param department of adjacent categories; the same shoppers like them
     * @param name in the plural; part of the item ids, which are thereby readable
     * @param kinds names of one item
     * @param styles words for look or purpose, similar ones side by side
     * @param brands manufacturers
     * @param price in the middle, in euros
     */
    record Category(
            String department,
            String name,
            List<String> kinds,
            List<String> styles,
            List<String> brands,
            double price) {

        private static Category parse(String line) {
            String[] fields = line.split(",", -1);
            return new Category(
                    fields[0],
                    fields[1],
                    words(fields[2]),
                    words(fields[3]),
                    words(fields[4]),
                    Double.parseDouble(fields[5]));
        }

        private static List<String> words(String field) {
            return List.of(field.split(" "));
        }
    }

    /** Number of categories of a department. */
    static final int PER_DEPARTMENT = 4;

    static final List<Category> ALL = Resources.text(Categories.class, "categories.csv")
            .lines()
            .skip(1) // the header
            .map(Category::parse)
            .toList();

    private Categories() {}
}
