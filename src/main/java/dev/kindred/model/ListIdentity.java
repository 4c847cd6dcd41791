package dev.kindred.model;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How a list is named when events tell what it showed.
 *
 * @param listId empty unless feedback is enabled
 * @param variant the variant of the scenario that made the list; empty without an experiment
 * @param propensity the probability with which the variant was chosen, in (0, 1]; empty unless chance took part
 */
public record ListIdentity(Optional<String> listId, Optional<String> variant, OptionalDouble propensity) {

    /** A list without an id and without an experiment. */
    public static final ListIdentity NONE =
            new ListIdentity(Optional.empty(), Optional.empty(), OptionalDouble.empty());
}
