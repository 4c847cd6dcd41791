package dev.kindred.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.profile.Preference;
import dev.kindred.profile.Preferences;
import dev.kindred.profile.PriceBand;
import dev.kindred.profile.PublishedProfile;
import dev.kindred.profile.TermPreference;
import dev.kindred.profile.UserHabits;
import dev.kindred.profile.UserProfile;
import java.util.List;
import org.apache.kafka.common.serialization.Deserializer;

/** A profile as JSON, in the words of the HTTP interface. */
final class UserProfileJson extends UserRecordJson<PublishedProfile> {

    UserProfileJson(Deserializer<PublishedProfile> values) {
        super(values);
    }

    @Override
    void fill(ObjectNode json, PublishedProfile profile) {
        UserProfile whole = profile.whole();
        json.put("asOfMs", whole.asOfMs())
                .put("events", whole.events())
                .put("firstSeenMs", whole.firstEventMs())
                .put("lastSeenMs", whole.lastEventMs())
                .put("eventsPerWeek", whole.eventsPerWeek())
                .put("sessionsPerWeek", whole.sessionsPerWeek())
                .put("lifecycle", whole.lifecycle().word());
        profile.segments().forEach(json.putArray("segments")::add);
        ObjectNode attributes = json.putObject("attributes");
        whole.said().attributes().forEach(attributes::put);
        ObjectNode consents = json.putObject("consents");
        whole.said().consents().forEach(consents::put);
        ObjectNode itemsByType = json.putObject("itemsByType");
        whole.itemsByType().forEach((type, items) -> itemsByType.put(type.name(), items));
        fill(json.putObject("habits"), whole.habits());
        ObjectNode preferences = json.putObject("preferences");
        fill(preferences, whole.preferences());
        ArrayNode terms = preferences.putArray("terms");
        profile.terms().forEach(term -> fill(terms.addObject(), term));
    }

    private static void fill(ObjectNode json, UserHabits habits) {
        ObjectNode eventsByType = json.putObject("eventsByType");
        habits.eventsByType().forEach((type, events) -> eventsByType.put(type.name(), events));
        json.put("sessions", habits.sessions())
                .put("paidPurchases", habits.paidPurchases())
                .put("spent", habits.spent());
        habits.hours().forEach(json.putArray("hours")::add);
        ObjectNode weekdays = json.putObject("weekdays");
        habits.weekdays().forEach((day, share) -> weekdays.put(day.name(), share));
    }

    private static void fill(ObjectNode json, Preferences preferences) {
        fill(json.putArray("categories"), preferences.categories());
        fill(json.putArray("brands"), preferences.brands());
        fill(json.putArray("tags"), preferences.tags());
        ArrayNode prices = json.putArray("prices");
        for (PriceBand band : preferences.prices()) {
            prices.addObject()
                    .put("currency", band.currency())
                    .put("weight", band.weight())
                    .put("low", band.low())
                    .put("median", band.median())
                    .put("high", band.high());
        }
    }

    private static void fill(ArrayNode json, List<Preference> preferences) {
        preferences.forEach(
                preference -> json.addObject().put("name", preference.name()).put("weight", preference.weight()));
    }

    private static void fill(ObjectNode json, TermPreference preference) {
        json.put("kind", preference.kind()).put("term", preference.term()).put("weight", preference.weight());
    }
}
