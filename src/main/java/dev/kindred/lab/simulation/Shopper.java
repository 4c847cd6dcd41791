package dev.kindred.lab.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * One shopper's latent taste: most of a department, and one other category.
 *
 * <p>A function of the shop's seed and the shopper's number, so that a hundred million shoppers take no memory.
 *
 * @param id such as {@code user-0042}
 * @param favorites in descending order of preference
 */
record Shopper(String id, List<Favorite> favorites) {

    private static final String ID = "user-";
    private static final int FAVORITES = 3;
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L; // spreads consecutive numbers over all seeds

    /**
     * A category that the shopper likes.
     *
     * @param spot relative place of the shopper's style in the category, in [0, 1)
     */
    record Favorite(int category, double spot) {}

    static Shopper of(long seed, int number, int digits, int categories) {
        SplittableRandom random = new SplittableRandom(seed + GOLDEN_GAMMA * (number + 1L));
        int departments = (categories + Categories.PER_DEPARTMENT - 1) / Categories.PER_DEPARTMENT;
        // the lower of two: the first departments have the most fans
        int department = Math.min(random.nextInt(departments), random.nextInt(departments));
        int first = random.nextInt(Categories.PER_DEPARTMENT);
        List<Favorite> favorites = new ArrayList<>(FAVORITES);
        for (int i = 0; i < FAVORITES; i++) {
            int own = department * Categories.PER_DEPARTMENT + (first + i) % Categories.PER_DEPARTMENT;
            boolean besides = i == FAVORITES - 1 || own >= categories;
            favorites.add(new Favorite(besides ? random.nextInt(categories) : own, random.nextDouble()));
        }
        return new Shopper(ID + CategoryItems.padded(number + 1, digits), favorites);
    }

    /**
     * The number of a shopper, from the id.
     *
     * @throws NumberFormatException if it is no shopper's
     */
    static int number(String id) {
        return Integer.parseInt(id.substring(Math.min(ID.length(), id.length()))) - 1;
    }
}
