package dev.kindred.blend;

import dev.kindred.model.Item;
import java.util.List;

/**
 * The similarity of two items by their categories: that of the most similar pair of categories.
 *
 * <pre>similarity = 2 · (steps from the root that both share) / (steps of one + steps of the other)</pre>
 *
 * <p>Source: Wu and Palmer, <em>Verbs Semantics and Lexical Selection</em> (ACL 1994), for the nodes of a tree.
 * Comparison is case sensitive, since a shop spells its categories consistently. An item without categories has
 * similarity 0 to all others.
 */
public final class CategorySimilarity {

    private CategorySimilarity() {}

    /** Compares two items: 0 for no common root, 1 for a common category. */
    public static double between(Item item, Item other) {
        double greatest = 0;
        for (String category : item.categories()) {
            greatest = Math.max(greatest, greatest(category, other.categories()));
        }
        return greatest;
    }

    private static double greatest(String category, List<String> others) {
        double greatest = 0;
        for (String other : others) {
            greatest = Math.max(greatest, similarity(category, other));
        }
        return greatest;
    }

    private static double similarity(String category, String other) {
        int shared = sharedSteps(category, other);
        return shared == 0 ? 0 : 2.0 * shared / (steps(category) + steps(other));
    }

    private static int steps(String category) {
        int steps = 1;
        int at = category.indexOf(Item.STEP);
        while (at >= 0) {
            steps++;
            at = category.indexOf(Item.STEP, at + Item.STEP.length());
        }
        return steps;
    }

    private static int sharedSteps(String category, String other) {
        int shared = 0;
        int from = 0;
        int end = endOfStep(category, from);
        while (end == endOfStep(other, from) && category.regionMatches(from, other, from, end - from)) {
            shared++;
            from = end + Item.STEP.length();
            if (from > category.length() || from > other.length()) {
                break;
            }
            end = endOfStep(category, from);
        }
        return shared;
    }

    private static int endOfStep(String category, int from) {
        int at = category.indexOf(Item.STEP, from);
        return at < 0 ? category.length() : at;
    }
}
