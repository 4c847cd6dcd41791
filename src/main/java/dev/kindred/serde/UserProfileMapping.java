package dev.kindred.serde;

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
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;

/** Profiles between the domain and Avro. Shares and weights lose what a {@code float} cannot hold. */
final class UserProfileMapping {

    private UserProfileMapping() {}

    static SpecificRecord toAvro(PublishedProfile profile) {
        UserProfile whole = profile.whole();
        UserProfileValue value = new UserProfileValue();
        value.setUserId(profile.userId());
        value.setAsOfMs(whole.asOfMs());
        value.setEvents(whole.events());
        value.setItems(whole.items());
        value.setItemsByType(each(whole.itemsByType(), InteractionType::name, Function.identity()));
        value.setFirstEventMs(whole.firstEventMs());
        value.setLastEventMs(whole.lastEventMs());
        value.setLifecycle(toAvro(whole.lifecycle()));
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
        value.setEventsByType(each(habits.eventsByType(), InteractionType::name, Function.identity()));
        value.setHours(each(habits.hours(), Double::floatValue));
        value.setWeekdays(each(habits.weekdays(), DayOfWeek::name, Double::floatValue));
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
        PreferenceValue value = new PreferenceValue();
        value.setName(preference.name());
        value.setWeight((float) preference.weight());
        return value;
    }

    private static PriceBandValue toAvro(PriceBand band) {
        PriceBandValue value = new PriceBandValue();
        value.setCurrency(band.currency());
        value.setWeight((float) band.weight());
        value.setLow(band.low());
        value.setMedian(band.median());
        value.setHigh(band.high());
        return value;
    }

    private static TermPreferenceValue toAvro(TermPreference preference) {
        TermPreferenceValue value = new TermPreferenceValue();
        value.setKind(preference.kind());
        value.setTerm(preference.term());
        value.setWeight((float) preference.weight());
        return value;
    }

    private static LifecycleValue toAvro(Lifecycle lifecycle) {
        return switch (lifecycle) {
            case NEW -> LifecycleValue.NEW;
            case ACTIVE -> LifecycleValue.ACTIVE;
            case LAPSING -> LifecycleValue.LAPSING;
            case LAPSED -> LifecycleValue.LAPSED;
        };
    }

    /** @throws IllegalArgumentException if it has a lifecycle or a type of event that this version does not know */
    static PublishedProfile fromAvro(UserProfileValue value) {
        UserProfile whole = new UserProfile(
                value.getAsOfMs(),
                value.getEvents(),
                value.getItems(),
                each(value.getItemsByType(), InteractionType::valueOf, Function.identity()),
                value.getFirstEventMs(),
                value.getLastEventMs(),
                fromAvro(value.getLifecycle()),
                habits(value),
                preferences(value),
                value.getAttributes(),
                value.getConsents());
        return new PublishedProfile(value.getUserId(), whole, value.getSegments());
    }

    private static UserHabits habits(UserProfileValue value) {
        return new UserHabits(
                each(value.getEventsByType(), InteractionType::valueOf, Function.identity()),
                value.getSessions(),
                each(value.getHours(), Float::doubleValue),
                each(value.getWeekdays(), DayOfWeek::valueOf, Float::doubleValue),
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

    private static Lifecycle fromAvro(LifecycleValue lifecycle) {
        return switch (lifecycle) {
            case NEW -> Lifecycle.NEW;
            case ACTIVE -> Lifecycle.ACTIVE;
            case LAPSING -> Lifecycle.LAPSING;
            case LAPSED -> Lifecycle.LAPSED;
            case UNKNOWN ->
                throw new IllegalArgumentException(
                        "lifecycle must be known here; read the profile with the version that wrote it");
        };
    }

    private static <S, T> List<T> each(List<S> from, Function<S, T> map) {
        return from.stream().map(map).toList();
    }

    private static <K, L, V, W> Map<L, W> each(Map<K, V> from, Function<K, L> key, Function<V, W> value) {
        Map<L, W> to = new LinkedHashMap<>();
        from.forEach((k, v) -> to.put(key.apply(k), value.apply(v)));
        return to;
    }
}
