package dev.kindred.feedback;

import dev.kindred.model.Ids;
import dev.kindred.model.Strategy;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The origin of a list, as its id tells it.
 *
 * @param timeMs when the list was made, in epoch milliseconds of the server
 * @param scenario that made it
 * @param variant of that scenario; empty without an experiment
 * @param propensity of the variant, in (0, 1]; empty unless chance took part
 * @param strategies by position, the strategy that contributed most; of the first {@link #POSITIONS} positions
 */
public record ListOrigin(
        long timeMs, String scenario, Optional<String> variant, OptionalDouble propensity, List<Strategy> strategies) {

    /** Positions beyond this one are counted together. */
    public static final int POSITIONS = 50;

    public ListOrigin {
        Ids.checkName(scenario);
        variant.ifPresent(Ids::checkName);
        strategies = List.copyOf(strategies.size() > POSITIONS ? strategies.subList(0, POSITIONS) : strategies);
    }

    /** The strategy of a position, from 1; empty if it is not known. */
    Optional<Strategy> strategy(int position) {
        return position >= 1 && position <= strategies.size()
                ? Optional.of(strategies.get(position - 1))
                : Optional.empty();
    }
}
