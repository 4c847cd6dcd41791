package dev.kindred.lab.offpolicy;

import dev.kindred.model.Require;

/**
 * A choice that chance took part in, and what it earned.
 *
 * @param action what was chosen: an item, or a variant of a list
 * @param position where it was shown, from 1
 * @param reward what it earned, finite and not negative: 1 for a click, or an amount
 * @param propensity the probability with which the choice was made, in (0, 1]
 */
public record LoggedChoice(long timestampMs, String action, int position, double reward, double propensity) {

    public LoggedChoice {
        Require.that(!action.isEmpty(), "the action must not be empty");
        Require.that(position >= 1, "the position must be positive", position);
        Require.that(reward >= 0 && !Double.isInfinite(reward), "the reward must be finite and not negative", reward);
        Require.that(propensity > 0 && propensity <= 1, "the propensity must be in (0, 1]", propensity);
    }
}
