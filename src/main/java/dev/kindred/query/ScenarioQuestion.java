package dev.kindred.query;

import dev.kindred.scenario.Scenario;
import java.util.Set;

/**
 * A query for a list.
 *
 * @param without ids of items to leave out; unknown ids are ignored
 * @param reasons the greatest number of own items, and of terms, given as reasons for each item
 * @param nowMs the time of the query, in epoch milliseconds
 */
public record ScenarioQuestion(Scenario scenario, Set<String> without, int reasons, long nowMs) {

    public ScenarioQuestion {
        without = Set.copyOf(without);
    }

    /** The same with popular items as a fallback. */
    public ScenarioQuestion fillUp() {
        return new ScenarioQuestion(scenario.fillUp(), without, reasons, nowMs);
    }
}
