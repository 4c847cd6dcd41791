package dev.kindred.lab.evaluation.contenders;

import dev.kindred.model.Interaction;
import dev.kindred.model.InteractionType;
import dev.kindred.recommend.Exclusion;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The items of one user, with the types of event seen on each. Nothing is ever forgotten. */
final class History {

    private final Map<String, Integer> types = new HashMap<>(); // by item, as a union of bits
    private Optional<String> lastItem = Optional.empty();

    /** Takes up an event of the user. Returns whether the item is new. */
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

    /** Whether an item is not to be recommended back to the user. */
    boolean excludes(String item, Set<Exclusion> exclusions) {
        return exclusions.stream().anyMatch(exclusion -> excludes(item, exclusion));
    }

    private boolean excludes(String item, Exclusion exclusion) {
        int seen = types.getOrDefault(item, 0);
        return switch (exclusion) {
            case CURRENT -> lastItem.filter(item::equals).isPresent();
            case SEEN -> seen != 0;
            case PURCHASED -> InteractionType.PURCHASE.isIn(seen);
            case DISLIKED -> InteractionType.DISLIKE.isIn(seen);
        };
    }
}
