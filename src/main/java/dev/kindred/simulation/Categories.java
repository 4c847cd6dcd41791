package dev.kindred.simulation;

import java.util.List;

/** What the shop sells. The names make item ids that a person can read. */
final class Categories {

    /** So many categories, side by side in {@link #NAMES}, make a department: the same shoppers like them. */
    static final int PER_DEPARTMENT = 4;

    static final List<String> NAMES = List.of(
            "tents",
            "backpacks",
            "boots",
            "bicycles",
            "guitars",
            "headphones",
            "records",
            "speakers",
            "shoes",
            "jackets",
            "dresses",
            "watches",
            "pans",
            "knives",
            "coffee",
            "teapots",
            "toys",
            "puzzles",
            "books",
            "games",
            "phones",
            "laptops",
            "cameras",
            "keyboards",
            "lamps",
            "sofas",
            "rugs",
            "plants");

    private Categories() {}
}
