package dev.kindred.http.api;

import dev.kindred.model.Described;
import dev.kindred.model.InteractionType;
import dev.kindred.profile.Lifecycle;
import dev.kindred.profile.Preferences;
import dev.kindred.profile.UserHabits;
import dev.kindred.profile.UserProfile;
import dev.kindred.query.Profile;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A profile as JSON. */
record ProfileAnswer(
        @Described("The time of the request, in epoch milliseconds.")
        long asOfMs,

        @Described("The number of events in the vector.") long events,

        @Described("The time of the earliest event, in epoch milliseconds.")
        long firstSeenMs,

        @Described("The time of the latest event, in epoch milliseconds.")
        long lastSeenMs,

        @Described("The time since then, in milliseconds.") long sinceLastSeenMs,

        @Described("The average number of events per week since the first one.")
        double eventsPerWeek,

        @Described("The average number of visits per week since the first event.")
        double sessionsPerWeek,

        @Described("The stage of the user, by the settings profile.*.")
        Lifecycle lifecycle,

        @Described("The segments that the user belongs to, in the order of their definition.")
        List<String> segments,

        @Described("The attributes of the user, by name.") Map<String, String> attributes,

        @Described("The consents, by purpose: true if given, false if refused.")
        Map<String, Boolean> consents,

        @Described("The number of items by type of event; types without items are absent.")
        Map<InteractionType, Integer> itemsByType,

        @Described("The user's habits: sessions, hours, weekdays and spending.")
        UserHabits habits,

        @Described("The user's preferences, from the catalog data of the items.")
        Preferences preferences,

        @Described("Last touched first.") List<Profile.Item> items,

        @Described("True if a standby copy answers, which may lag behind; absent otherwise.") @Nullable
        Boolean stale) {

    static ProfileAnswer of(Profile profile, @Nullable Boolean stale) {
        UserProfile whole = profile.whole();
        return new ProfileAnswer(
                whole.asOfMs(),
                whole.events(),
                whole.firstEventMs(),
                whole.lastEventMs(),
                whole.sinceLastEventMs(),
                whole.eventsPerWeek(),
                whole.sessionsPerWeek(),
                whole.lifecycle(),
                profile.segments(),
                whole.attributes(),
                whole.consents(),
                whole.itemsByType(),
                whole.habits(),
                whole.preferences(),
                profile.items(),
                stale);
    }
}
