package dev.kindred.model;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * The reference of an event to the list that showed its item.
 *
 * @param listId the id of the list, as it came with it; not verified
 * @param scenario the scenario of a list without an id; the id of a list tells its own
 * @param variant the variant of a list without an id
 * @param position the place of the item in the list, from 1
 */
public record ListReference(
        Optional<String> listId, Optional<String> scenario, Optional<String> variant, OptionalInt position) {

    /** No list, or none that is known. */
    public static final ListReference NONE =
            new ListReference(Optional.empty(), Optional.empty(), Optional.empty(), OptionalInt.empty());
}
