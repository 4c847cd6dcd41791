package dev.kindred.lab.simulation;

import java.util.List;

/** The categories of the shop, in departments. */
final class Categories {

    /**
     * One category of items.
     *
     * @param name in the plural; part of the item ids, which are thereby readable
     * @param kinds names of one item
     * @param styles words for look or purpose, similar ones side by side
     * @param brands manufacturers
     * @param price in the middle, in euros
     */
    record Category(String name, List<String> kinds, List<String> styles, List<String> brands, double price) {

        /** A category whose lists are texts of words, separated by blanks. */
        static Category of(String name, String kinds, String styles, String brands, double price) {
            return new Category(
                    name, List.of(kinds.split(" ")), List.of(styles.split(" ")), List.of(brands.split(" ")), price);
        }
    }

    /** Number of adjacent categories in {@link #ALL} that form a department; the same shoppers like them. */
    static final int PER_DEPARTMENT = 4;

    static final List<String> DEPARTMENTS =
            List.of("Outdoors", "Music", "Fashion", "Kitchen", "Play", "Electronics", "Home");

    static final List<Category> ALL = List.of(
            Category.of(
                    "tents",
                    "tent shelter",
                    "trekking expedition dome tunnel family festival beach",
                    "Northpeak Fernweg Tarnhill Granit",
                    240),
            Category.of(
                    "backpacks",
                    "backpack daypack rucksack",
                    "alpine hiking trail travel commuter school",
                    "Northpeak Fernweg Tarnhill Granit",
                    95),
            Category.of(
                    "boots",
                    "boots shoes",
                    "mountaineering hiking trekking winter rain work",
                    "Northpeak Fernweg Tarnhill Granit",
                    140),
            Category.of(
                    "bicycles",
                    "bicycle bike",
                    "mountain gravel touring city folding children's",
                    "Northpeak Fernweg Tarnhill Granit",
                    780),
            Category.of(
                    "guitars",
                    "guitar",
                    "classical flamenco folk western jazz electric",
                    "Cadenza Lowtide Bellrose Vinterra",
                    420),
            Category.of(
                    "headphones",
                    "headphones earphones",
                    "studio wired wireless sports sleep gaming",
                    "Cadenza Lowtide Bellrose Vinterra",
                    110),
            Category.of(
                    "records",
                    "record album",
                    "baroque opera jazz soul rock techno",
                    "Cadenza Lowtide Bellrose Vinterra",
                    24),
            Category.of(
                    "speakers",
                    "speaker soundbar",
                    "bookshelf floor cinema portable outdoor smart",
                    "Cadenza Lowtide Bellrose Vinterra",
                    190),
            Category.of(
                    "shoes",
                    "shoes sneakers",
                    "running tennis canvas leather evening dancing",
                    "Marlow Anselm Petrova Linden",
                    85),
            Category.of(
                    "jackets",
                    "jacket coat",
                    "rain down wool denim leather linen",
                    "Marlow Anselm Petrova Linden",
                    150),
            Category.of(
                    "dresses",
                    "dress",
                    "summer cotton knitted office cocktail evening",
                    "Marlow Anselm Petrova Linden",
                    75),
            Category.of(
                    "watches",
                    "watch chronograph",
                    "diving pilot sports steel dress pocket",
                    "Marlow Anselm Petrova Linden",
                    260),
            Category.of(
                    "pans",
                    "pan skillet",
                    "cast-iron steel copper ceramic wok crepe",
                    "Hearth Kupfer Olivar Saltmill",
                    55),
            Category.of(
                    "knives",
                    "knife",
                    "chef's santoku paring bread carving oyster",
                    "Hearth Kupfer Olivar Saltmill",
                    48),
            Category.of(
                    "coffee",
                    "coffee espresso",
                    "dark medium light fruity decaf organic",
                    "Hearth Kupfer Olivar Saltmill",
                    13),
            Category.of(
                    "teapots",
                    "teapot kettle",
                    "porcelain stoneware glass iron travel electric",
                    "Hearth Kupfer Olivar Saltmill",
                    38),
            Category.of(
                    "toys",
                    "toy playset",
                    "wooden railway building doll plush bath",
                    "Pinwheel Tumble Foxglove Meeple",
                    29),
            Category.of(
                    "puzzles",
                    "puzzle",
                    "landscape map animal art mechanical wooden",
                    "Pinwheel Tumble Foxglove Meeple",
                    19),
            Category.of(
                    "books",
                    "book novel",
                    "crime historical romance fantasy science travel",
                    "Pinwheel Tumble Foxglove Meeple",
                    16),
            Category.of(
                    "games",
                    "game",
                    "strategy cooperative party card family travel",
                    "Pinwheel Tumble Foxglove Meeple",
                    34),
            Category.of(
                    "phones",
                    "phone",
                    "flagship camera compact folding rugged simple",
                    "Voltar Nimbus Pixelle Arcway",
                    560),
            Category.of(
                    "laptops",
                    "laptop notebook",
                    "workstation gaming office student ultralight convertible",
                    "Voltar Nimbus Pixelle Arcway",
                    1050),
            Category.of(
                    "cameras",
                    "camera",
                    "landscape portrait travel action instant film",
                    "Voltar Nimbus Pixelle Arcway",
                    640),
            Category.of(
                    "keyboards",
                    "keyboard",
                    "mechanical gaming quiet split compact numeric",
                    "Voltar Nimbus Pixelle Arcway",
                    89),
            Category.of(
                    "lamps", "lamp light", "reading desk floor pendant garden night", "Hygge Walnut Loam Brightly", 62),
            Category.of(
                    "sofas",
                    "sofa couch",
                    "corner sleeper velvet leather linen garden",
                    "Hygge Walnut Loam Brightly",
                    890),
            Category.of(
                    "rugs", "rug carpet", "wool persian kelim shaggy jute outdoor", "Hygge Walnut Loam Brightly", 170),
            Category.of(
                    "plants",
                    "plant",
                    "tropical palm fern succulent herb flowering",
                    "Hygge Walnut Loam Brightly",
                    22));

    private Categories() {}

    static String department(int category) {
        return DEPARTMENTS.get(category / PER_DEPARTMENT);
    }
}
