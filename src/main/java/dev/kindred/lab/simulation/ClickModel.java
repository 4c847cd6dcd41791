package dev.kindred.lab.simulation;

import dev.kindred.lab.simulation.Shopper.Favorite;
import dev.kindred.model.Require;
import java.util.List;

/**
 * The way in which simulated shoppers look at a list. It is a position-based model: a shopper clicks an item if they look
 * at its place and are drawn to the item, {@code P(click) = P(look | place) * P(drawn | shopper, item)}. Source: Craswell et al.,
 * <em>An experimental comparison of click position-bias models</em>, WSDM 2008.
 *
 * <p>Position bias: the first place is always looked at, place r with the probability {@code r^-0.7}, the power law of Joachims et
 * al., <em>Unbiased learning-to-rank with biased feedback</em>, WSDM 2017.
 *
 * <p>Taste: a shopper is drawn most to items near their own style in a favorite category, less to others in it, and hardly to
 * the rest of the shop.
 *
 * <p>Fatigue: with each former look at the item the shopper is drawn to it 0.8 times as much. Source: Lee et al., <em>Modeling
 * impression discounting in large-scale recommender systems</em>, KDD 2014.
 */
final class ClickModel {

    private static final double POSITION_BIAS = 0.7;
    private static final double FATIGUE = 0.8;
    private static final double ANYWHERE = 0.01;
    private static final double IN_A_FAVORITE = 0.12;
    private static final double IN_THE_OWN_STYLE = 0.45;
    private static final double STYLE_WIDTH = 0.05; // relative to the category
    private static final double[] PREFERENCE = {1, 0.6, 0.3}; // of favorites, in their order

    private ClickModel() {}

    /**
     * The probability that a shopper looks at a place.
     *
     * @param position from 1
     */
    static double look(int position) {
        Require.that(position >= 1, "position must be positive", position);
        return Math.pow(position, -POSITION_BIAS);
    }

    /**
     * The probability that a shopper who looks at an item clicks it.
     *
     * @param category of the item
     * @param spot relative place of the item in its category, in [0, 1); neighbors are similar, also across the end
     * @param shownBefore how often the shopper was shown the item
     */
    static double draw(List<Favorite> favorites, int category, double spot, int shownBefore) {
        double drawn = ANYWHERE;
        for (int i = 0; i < favorites.size(); i++) {
            Favorite favorite = favorites.get(i);
            if (favorite.category() == category) {
                double apart = Math.abs(favorite.spot() - spot);
                double style = Math.exp(-Math.min(apart, 1 - apart) / STYLE_WIDTH);
                drawn = Math.max(drawn, PREFERENCE[i] * (IN_A_FAVORITE + IN_THE_OWN_STYLE * style));
            }
        }
        return drawn * Math.pow(FATIGUE, shownBefore);
    }
}
