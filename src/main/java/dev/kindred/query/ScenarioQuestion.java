package dev.kindred.query;

import dev.kindred.experiment.LiveShares;
import dev.kindred.experiment.OutcomeCounts;
import dev.kindred.scenario.Scenario;
import java.util.Optional;
import java.util.Set;

/**
 * A query for a list.
 *
 * @param scenario of which the user gets a variant
 * @param without ids of items to leave out; unknown ids are ignored
 * @param reasons the greatest number of own items, and of terms, given as reasons for each item
 * @param nowMs the time of the query, in epoch milliseconds
 * @param shares of the running experiments
 * @param shopper the id of the user of a session, who gets the same variant as with a list of a user; empty if not
 *     known, which gives the control
 */
public record ScenarioQuestion(
        Scenario scenario, Set<String> without, int reasons, long nowMs, LiveShares shares, Optional<String> shopper) {

    public ScenarioQuestion {
        without = Set.copyOf(without);
    }

    /** A query without running experiments. */
    public ScenarioQuestion(Scenario scenario, Set<String> without, int reasons, long nowMs) {
        this(scenario, without, reasons, nowMs, new LiveShares(OutcomeCounts.NONE), Optional.empty());
    }

    /** The same with popular items as a fallback, for an unknown user. */
    public ScenarioQuestion fillUpFor(String userId) {
        return new ScenarioQuestion(scenario.fillUp(), without, reasons, nowMs, shares, Optional.of(userId));
    }

    /** The same with popular items as a fallback, for a user who takes no part in experiments. */
    ScenarioQuestion forEverybody() {
        return new ScenarioQuestion(scenario.fillUp(), without, reasons, nowMs, shares, Optional.empty());
    }

    /** The variant of a user; the control if no user is known. */
    Scenario.Chosen chosen(Optional<String> userId) {
        return userId.map(id -> scenario.forUser(id, nowMs, shares))
                .orElseGet(() -> new Scenario.Chosen(scenario, Optional.empty()));
    }
}
