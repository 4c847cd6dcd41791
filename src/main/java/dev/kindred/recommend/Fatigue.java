package dev.kindred.recommend;

import dev.kindred.model.ItemDictionary;
import dev.kindred.model.Require;
import it.unimi.dsi.fastutil.ints.Int2DoubleOpenHashMap;
import java.util.Map;

/**
 * The loss of score of items that a user was shown and did not touch: {@code factor(i) = (1 - discount)^n(i)}, where n(i) counts the
 * lists with the item since the user's last touch of it. Source: the exponential decay by the number of impressions of Li,
 * Lakshmanan, Tiwari and Shah, <em>Modeling Impression Discounting in Large-Scale Recommender Systems</em> (KDD 2014). Immutable.
 */
public final class Fatigue {

    /** All items keep their scores. */
    public static final Fatigue NONE = new Fatigue(new Int2DoubleOpenHashMap(0));

    private final Int2DoubleOpenHashMap factors; // by item

    private Fatigue(Int2DoubleOpenHashMap factors) {
        this.factors = factors;
        factors.defaultReturnValue(1);
    }

    /**
     * The fatigue of a user.
     *
     * @param shown the number of lists by item
     * @param discount in [0, 1)
     */
    public static Fatigue of(Map<String, Integer> shown, double discount, ItemDictionary dictionary) {
        Require.that(discount >= 0 && discount < 1, "discount must be in [0, 1)", discount);
        Int2DoubleOpenHashMap factors = new Int2DoubleOpenHashMap(shown.size());
        shown.forEach((itemId, lists) -> {
            int item = dictionary.find(itemId);
            if (item != ItemDictionary.NONE && discount > 0) {
                factors.put(item, Math.pow(1 - discount, lists));
            }
        });
        return factors.isEmpty() ? NONE : new Fatigue(factors);
    }

    /** Whether no item loses anything. */
    boolean isNone() {
        return factors.isEmpty();
    }

    /** The factor of an item's score, in (0, 1]; 0 if it is too small for a double. */
    double factor(int item) {
        return factors.get(item);
    }
}
