package dev.kindred.query;

import dev.kindred.scenario.Scenario;
import java.util.Set;

/**
 * What a list for a place of the shop is to be like.
 *
 * @param scenario the place
 * @param without items that are not to be shown, by id; those that nobody has met do not matter
 * @param reasons how many of the user's own items, and how many terms, are given for each item
 * @param nowMs the time of asking, in epoch milliseconds
 */
public record ScenarioQuestion(Scenario scenario, Set<String> without, int reasons, long nowMs) {

    public ScenarioQuestion {
        without = Set.copyOf(without);
    }

    /** The same with popular items that fill the list up. */
    public ScenarioQuestion fillUp() {
        return new ScenarioQuestion(scenario.fillUp(), without, reasons, nowMs);
    }
}
