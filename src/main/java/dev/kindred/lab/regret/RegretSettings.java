package dev.kindred.lab.regret;

import dev.kindred.lab.evaluation.contenders.Contender;
import dev.kindred.lab.simulation.SimulationSettings;
import dev.kindred.model.Item;
import dev.kindred.model.Require;
import java.util.List;
import java.util.function.BiFunction;

/**
 * The size of a measurement of regret.
 *
 * @param shop the simulated shop of the first run; each later run has the next seed
 * @param variants names of strategies, the control first; at least two
 * @param contenders makes a strategy that has not seen any event, by name, for the items of a shop
 * @param events before the experiment: the shop is not new
 * @param looks lists that shoppers look at while the experiment runs
 * @param runs repetitions, at least one
 */
public record RegretSettings(
        SimulationSettings shop,
        List<String> variants,
        BiFunction<String, List<Item>, Contender> contenders,
        int events,
        int looks,
        int runs) {

    public RegretSettings {
        variants = List.copyOf(variants);
        Require.that(variants.size() >= 2, "variants must be at least two", variants);
        Require.that(events >= 0, "events must not be negative", events);
        Require.that(looks >= 1, "looks must be positive", looks);
        Require.that(runs >= 1, "runs must be positive", runs);
    }

    SimulationSettings shop(int run) {
        return new SimulationSettings(shop.users(), shop.items(), shop.seed() + run, shop.start());
    }
}
