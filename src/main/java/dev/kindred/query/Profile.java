package dev.kindred.query;

import dev.kindred.model.InteractionType;
import java.util.List;
import java.util.Set;

/**
 * What is known of one user.
 *
 * @param events how many events made the vector; also its version
 * @param oldestTouchMs the oldest of the items' last touches, in epoch milliseconds: the user was there by then
 * @param lastSeenMs the time of the latest event, in epoch milliseconds
 * @param items what the user touched, last touched first, ties by item id
 */
public record Profile(long events, long oldestTouchMs, long lastSeenMs, List<Item> items) {

    public Profile {
        items = List.copyOf(items);
    }

    /**
     * One item of the vector.
     *
     * @param itemId which
     * @param affinity the long-term taste that others see, as of {@code touchedMs}
     * @param interest what the user is after now: the item's coordinate in the interest vector of length 1, in [-1, 1]
     * @param touchedMs the time of the last event on it, in epoch milliseconds
     * @param types the types of event seen on it
     */
    public record Item(String itemId, double affinity, double interest, long touchedMs, Set<InteractionType> types) {

        public Item {
            types = Set.copyOf(types);
        }
    }
}
