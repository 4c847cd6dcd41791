package dev.kindred.http.api;

import dev.kindred.http.Described;
import dev.kindred.model.InteractionType;
import dev.kindred.query.Profile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A profile as JSON. */
record ProfileAnswer(
        @Described("How many events made the vector.") long events,

        @Described("The oldest of the items' last touches, in epoch milliseconds: the user was there by then.")
        long oldestTouchMs,

        @Described("The time of the latest event, in epoch milliseconds.")
        long lastSeenMs,

        @Described("Last touched first.") List<Item> items,

        @Described("True if a standby copy answers, which may lag behind; absent otherwise.") @Nullable
        Boolean stale) {

    ProfileAnswer {
        items = List.copyOf(items);
    }

    /** One item of the vector. */
    record Item(
            String itemId,

            @Described("The long-term taste that others see, as of the last touch.")
            double affinity,

            @Described("What the user is after now: the coordinate in an interest vector of length 1.")
            double interest,

            @Described("The last touch, in epoch milliseconds.")
            long touchedMs,

            @Described("The types of event seen on it.") List<InteractionType> types) {}

    static ProfileAnswer of(Profile profile, @Nullable Boolean stale) {
        return new ProfileAnswer(
                profile.events(),
                profile.oldestTouchMs(),
                profile.lastSeenMs(),
                profile.items().stream().map(ProfileAnswer::item).toList(),
                stale);
    }

    private static Item item(Profile.Item item) {
        return new Item(
                item.itemId(),
                item.affinity(),
                item.interest(),
                item.touchedMs(),
                item.types().stream().sorted().toList());
    }
}
