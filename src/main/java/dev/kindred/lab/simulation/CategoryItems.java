package dev.kindred.lab.simulation;

import java.util.random.RandomGenerator;

/**
 * The items of one category: in the order of their numbers, in which neighbors are similar, and by popularity, which
 * changes.
 *
 * <p>The last tenth by popularity is not on sale yet; it is launched item by item.
 */
final class CategoryItems {

    private static final int UNLAUNCHED_PART = 10;
    private static final int MAX_STEPS = 3;
    private static final int NEIGHBORS_TRIED = 3;

    private final String[] ids;
    private final int[] byPopularity; // places of items, the most popular first; [0..onSale) can be bought
    private final int[] rank; // byPopularity[rank[place]] == place
    private int onSale;

    CategoryItems(RandomGenerator random, String category, int size) {
        this.ids = ids(category, size);
        this.byPopularity = shuffled(random, size);
        this.rank = new int[size];
        this.onSale = size - size / UNLAUNCHED_PART;
        rerank(0, size);
    }

    private static String[] ids(String category, int size) {
        int digits = Math.max(3, Integer.toString(size).length());
        String[] ids = new String[size];
        for (int place = 0; place < size; place++) {
            ids[place] = category + "-" + padded(place + 1, digits);
        }
        return ids;
    }

    /** A number with leading zeros. */
    static String padded(int number, int digits) {
        String plain = Integer.toString(number);
        return "0".repeat(Math.max(0, digits - plain.length())) + plain;
    }

    private static int[] shuffled(RandomGenerator random, int size) {
        int[] places = new int[size];
        for (int i = 0; i < size; i++) {
            int other = random.nextInt(i + 1);
            places[i] = places[other];
            places[other] = i;
        }
        return places;
    }

    String id(int place) {
        return ids[place];
    }

    int size() {
        return ids.length;
    }

    /** Draws an item by popularity. */
    int popular(RandomGenerator random) {
        return byPopularity[Zipf.rank(random, onSale)];
    }

    /** An item a few steps from a place: the most popular of three, so that bestsellers stay bestsellers. */
    int near(RandomGenerator random, int place) {
        int best = neighbor(random, place);
        for (int i = 1; i < NEIGHBORS_TRIED; i++) {
            int other = neighbor(random, place);
            best = rank[other] < rank[best] ? other : best;
        }
        return rank[best] < onSale ? best : popular(random);
    }

    private int neighbor(RandomGenerator random, int place) {
        int steps = 1 + random.nextInt(MAX_STEPS);
        int signed = random.nextBoolean() ? steps : -steps;
        return Math.floorMod(place + signed, ids.length);
    }

    /** Makes an item the most popular one: the next item to launch, or else an unpopular one. */
    void launch(RandomGenerator random) {
        boolean anyUnlaunched = onSale < ids.length;
        int from = anyUnlaunched ? onSale++ : ids.length / 2 + random.nextInt((ids.length + 1) / 2);
        int place = byPopularity[from];
        System.arraycopy(byPopularity, 0, byPopularity, 1, from);
        byPopularity[0] = place;
        rerank(0, from + 1);
    }

    private void rerank(int from, int to) {
        for (int i = from; i < to; i++) {
            rank[byPopularity[i]] = i;
        }
    }
}
