package dev.kindred.scenario;

import dev.kindred.model.Period;
import dev.kindred.model.Require;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The settings of a scenario beside its ranking.
 *
 * @param period when the scenario is in force; at other times requests get the default scenario
 * @param pinned items with fixed places, by position
 * @param variants other ways to make its lists
 */
public record Plan(Period period, List<Pin> pinned, Optional<Variants> variants) {

    /** Always in force, without pinned items and variants. */
    public static final Plan NONE = new Plan(Period.ALWAYS, List.of(), Optional.empty());

    public Plan {
        pinned = pinned.stream().sorted(Comparator.comparingInt(Pin::position)).toList();
        Set<String> items = new HashSet<>();
        pinned.forEach(pin -> Require.that(items.add(pin.itemId()), "pinned must have every item once", pin.itemId()));
    }

    Plan map(UnaryOperator<Scenario> change) {
        return variants.isEmpty() ? this : new Plan(period, pinned, variants.map(others -> others.map(change)));
    }
}
