package dev.kindred.lab.simulation;

import java.util.List;

/**
 * A sort of thing that the shop sells.
 *
 * @param name in the plural; makes item ids that a person can read
 * @param kinds what one of them may be called
 * @param styles words for what it may look like or be for, those that are alike side by side
 * @param brands who makes them
 * @param price in the middle, in euros
 */
record Category(String name, List<String> kinds, List<String> styles, List<String> brands, double price) {

    /** A category whose lists are texts of words, separated by blanks. */
    static Category of(String name, String kinds, String styles, String brands, double price) {
        return new Category(
                name, List.of(kinds.split(" ")), List.of(styles.split(" ")), List.of(brands.split(" ")), price);
    }
}
