package dev.kindred.query;

import dev.kindred.model.Described;
import dev.kindred.model.InteractionType;
import dev.kindred.profile.UserProfile;
import java.util.List;

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

    /** One item of the vector. */
    public record Item(
            String itemId,

            @Described("The long-term affinity, as of the last touch.")
            double affinity,

            @Described("The current interest: the coordinate in an interest vector of length 1.")
            double interest,

            @Described("The last touch, in epoch milliseconds.")
            long touchedMs,

            @Described("The types of event seen on it.") List<InteractionType> types) {}
}
