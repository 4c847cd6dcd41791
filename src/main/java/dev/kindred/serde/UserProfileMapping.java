package dev.kindred.serde;

import static dev.kindred.serde.Mappings.each;
import static dev.kindred.serde.Mappings.sameName;

import dev.kindred.model.InteractionType;
import dev.kindred.profile.Lifecycle;
import dev.kindred.profile.Preference;
import dev.kindred.profile.Preferences;
import dev.kindred.profile.PriceBand;
import dev.kindred.profile.PublishedProfile;
import dev.kindred.profile.TermPreference;
import dev.kindred.profile.UserHabits;
import dev.kindred.profile.UserProfile;
import dev.kindred.serde.avro.LifecycleValue;
import dev.kindred.serde.avro.PreferenceValue;
import dev.kindred.serde.avro.PriceBandValue;
import dev.kindred.serde.avro.TermPreferenceValue;
import dev.kindred.serde.avro.UserProfileValue;
import java.time.DayOfWeek;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;

/** Maps profiles to and from Avro. Shares and weights are rounded to {@code float}. */
final class UserProfileMapping {

    private UserProfileMapping() {}

    static SpecificRecord toAvro(PublishedProfile profile) {
        UserProfile whole = profile.whole();
        UserProfileValue value = new UserProfileValue();
        value.setUserId(profile.userId());
        value.setAsOfMs(whole.asOfMs());
        value.setEvents(whole.events());
        value.setItems(whole.items());
        value.setItemsByType(eachEntry(whole.itemsByType(), InteractionType::name, Function.identity()));
        value.setFirstEventMs(whole.firstEventMs());
        value.setLastEventMs(whole.lastEventMs());
        value.setLifecycle(LifecycleValue.valueOf(whole.lifecycle().name()));
        value.setSegments(profile.segments());
        fill(value, whole.habits());
        fill(value, whole.preferences());
        value.setTerms(each(whole.preferences().terms(), UserProfileMapping::toAvro));
        value.setAttributes(whole.attributes());
        value.setConsents(whole.consents());
        return value;
    }

    private static void fill(UserProfileValue value, UserHabits habits) {
        value.setSessions(habits.sessions());
        value.setEventsByType(eachEntry(habits.eventsByType(), InteractionType::name, Function.identity()));
        value.setHours(each(habits.hours(), Double::floatValue));
        value.setWeekdays(eachEntry(habits.weekdays(), DayOfWeek::name, Double::floatValue));
        value.setPaidPurchases(habits.paidPurchases());
        value.setSpent(habits.spent());
    }

    private static void fill(UserProfileValue value, Preferences preferences) {
        value.setCategories(each(preferences.categories(), UserProfileMapping::toAvro));
        value.setBrands(each(preferences.brands(), UserProfileMapping::toAvro));
        value.setTags(each(preferences.tags(), UserProfileMapping::toAvro));
        value.setPrices(each(preferences.prices(), UserProfileMapping::toAvro));
    }

    private static PreferenceValue toAvro(Preference preference) {
        return new PreferenceValue(preference.name(), (float) preference.weight());
    }

    private static PriceBandValue toAvro(PriceBand band) {
        return new PriceBandValue(band.currency(), (float) band.weight(), band.low(), band.median(), band.high());
    }

    private static TermPreferenceValue toAvro(TermPreference preference) {
        return new TermPreferenceValue(preference.kind(), preference.term(), (float) preference.weight());
    }

    /** @throws IllegalArgumentException if this version does not know the lifecycle or a type of event */
    static PublishedProfile fromAvro(UserProfileValue value) {
        UserProfile whole = new UserProfile(
                value.getAsOfMs(),
                value.getEvents(),
                value.getItems(),
                eachEntry(value.getItemsByType(), InteractionType::valueOf, Function.identity()),
                value.getFirstEventMs(),
                value.getLastEventMs(),
                sameName(Lifecycle.class, value.getLifecycle(), "lifecycle"),
                habits(value),
                preferences(value),
                value.getAttributes(),
                value.getConsents());
        return new PublishedProfile(value.getUserId(), whole, value.getSegments());
    }

    private static UserHabits habits(UserProfileValue value) {
        return new UserHabits(
                eachEntry(value.getEventsByType(), InteractionType::valueOf, Function.identity()),
                value.getSessions(),
                each(value.getHours(), Float::doubleValue),
                eachEntry(value.getWeekdays(), DayOfWeek::valueOf, Float::doubleValue),
                value.getPaidPurchases(),
                value.getSpent());
    }

    private static Preferences preferences(UserProfileValue value) {
        return new Preferences(
                each(value.getCategories(), UserProfileMapping::fromAvro),
                each(value.getBrands(), UserProfileMapping::fromAvro),
                each(value.getTags(), UserProfileMapping::fromAvro),
                each(value.getPrices(), UserProfileMapping::fromAvro),
                each(value.getTerms(), term -> new TermPreference(term.getKind(), term.getTerm(), term.getWeight())));
    }

    private static Preference fromAvro(PreferenceValue value) {
        return new Preference(value.getName(), value.getWeight());
    }

    private static PriceBand fromAvro(PriceBandValue value) {
        return new PriceBand(
                value.getCurrency(), value.getWeight(), value.getLow(), value.getMedian(), value.getHigh());
    }

    private static <K, L, V, W> Map<L, W> eachEntry(Map<K, V> from, Function<K, L> key, Function<V, W> value) {
        Map<L, W> to = new LinkedHashMap<>();
        from.forEach((k, v) -> to.put(key.apply(k), value.apply(v)));
        return to;
    }
}
