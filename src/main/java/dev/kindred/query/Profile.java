package dev.kindred.query;

import dev.kindred.model.InteractionType;
import dev.kindred.profile.UserProfile;
import java.util.List;
import java.util.Set;

/**
 * A user's profile with the items of the user's vector.
 *
 * @param whole the profile
 * @param segments the names of the user's segments, in the order of their definition
 * @param items the touched items, last touched first, ties by item id
 */
public record Profile(UserProfile whole, List<String> segments, List<Item> items) {

    public Profile {
        segments = List.copyOf(segments);
        items = List.copyOf(items);
    }

    /**
     * One item of the vector.
     *
     * @param affinity the long-term affinity, as of {@code touchedMs}
     * @param interest the current interest: the item's coordinate in the interest vector of length 1, in [-1, 1]
     * @param touchedMs the time of the last event on it, in epoch milliseconds
     * @param types the types of event seen on it
     */
    public record Item(String itemId, double affinity, double interest, long touchedMs, Set<InteractionType> types) {

        public Item {
            types = Set.copyOf(types);
        }
    }
}
