package dev.kindred.lab.evaluation.contenders;

import dev.kindred.model.Interaction;
import dev.kindred.scenario.Excludes;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The items of one user, with the types of event seen on each. Nothing is evicted. */
final class History {

    private final Map<String, Integer> types = new HashMap<>(); // by item, as a union of bits
    private Optional<String> lastItem = Optional.empty();

    /** Adds an event of the user. Returns whether the item is new. */
    boolean add(Interaction event) {
        boolean isNew = !types.containsKey(event.itemId());
        types.merge(event.itemId(), event.type().bit(), (before, bit) -> before | bit);
        lastItem = Optional.of(event.itemId());
        return isNew;
    }

    /** The item of the last event; empty for a user without events. */
    Optional<String> lastItem() {
        return lastItem;
    }

    /** Whether an item must not be recommended to the user again. A window for purchases counts as infinite. */
    boolean excludes(String item, Excludes excludes) {
        int seen = types.getOrDefault(item, 0);
        return (excludes.current() && lastItem.filter(item::equals).isPresent())
                || (seen != 0 && excludes.leavesOut(seen, 0, 0));
    }
}
