package dev.kindred.scenario;

import dev.kindred.model.Period;
import dev.kindred.model.Require;

/**
 * An item that has a fixed place on the lists of a scenario. It needs neither a score nor the filter; only an item that
 * the catalog does not show, or that the user's own rules exclude, is left out.
 *
 * @param position from 1
 * @param period when it is pinned
 */
public record Pin(String itemId, int position, Period period) {

    public Pin {
        Require.that(!itemId.isEmpty(), "item must not be empty");
        Require.that(position >= 1 && position <= Scenario.LONGEST, "position must be in [1, 1000]", position);
    }
}
