package dev.kindred.profile;

import dev.kindred.expression.ExpressionException;
import dev.kindred.expression.Fields;
import dev.kindred.expression.Filter;
import dev.kindred.model.InteractionType;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;

/**
 * A filter of users by their profiles, in the language of {@link dev.kindred.expression.ItemFilter}:
 *
 * <pre>lifecycle = "lapsing" and category "Home &gt; Kitchen" share &gt;= 0.3 and purchased &gt;= 2</pre>
 *
 * <table>
 * <caption>Fields</caption>
 * <tr><td>{@code lifecycle}</td><td>{@code = != in}: new, active, lapsing, lapsed</td></tr>
 * <tr><td>{@code events}, {@code events_per_week}, {@code sessions}, {@code sessions_per_week}, {@code items},
 *     {@code days_since_first_event}, {@code days_since_last_event}, {@code purchases}, {@code spent},
 *     {@code busiest_hour}</td>
 *     <td>{@code < <= > >= = !=}</td></tr>
 * <tr><td>{@code busiest_weekday}</td><td>{@code = != in}: monday to sunday</td></tr>
 * <tr><td>{@code browsed clicked favored carted purchased rated disliked}</td>
 *     <td>the number of items with such an event</td></tr>
 * <tr><td>{@code category "..." share}, {@code brand "..." share}, {@code tag "..." share}</td>
 *     <td>from 0 to 1, 0 for a name without a share; false if the user has no preference of this kind</td></tr>
 * <tr><td>{@code price_low price_median price_high}</td>
 *     <td>in the currency of greatest weight, false without a price</td></tr>
 * <tr><td>{@code currency}</td><td>{@code = != in}: the one of greatest weight</td></tr>
 * <tr><td>{@code attribute "country"}, with any name</td>
 *     <td>{@code = != in}: the user's attribute, set by the shop</td></tr>
 * <tr><td>{@code consent "email"}, with any purpose</td><td>the user gave this consent</td></tr>
 * </table>
 */
public final class ProfileFilter extends Filter<UserProfile> {

    private static final double DAY_MS = Duration.ofDays(1).toMillis();

    private static final Fields<UserProfile> FIELDS = Fields.<UserProfile>none()
            .choice(
                    "lifecycle",
                    Arrays.stream(Lifecycle.values()).map(Lifecycle::word).toList(),
                    profile -> profile.lifecycle().word())
            .number("events", UserProfile::events)
            .number("events_per_week", UserProfile::eventsPerWeek)
            .number("sessions", profile -> profile.habits().sessions())
            .number("sessions_per_week", UserProfile::sessionsPerWeek)
            .number("days_since_first_event", profile -> profile.sinceFirstEventMs() / DAY_MS)
            .number("days_since_last_event", profile -> profile.sinceLastEventMs() / DAY_MS)
            .number("items", UserProfile::items)
            .number("purchases", profile -> profile.habits().purchases())
            .number("spent", profile -> profile.habits().spent())
            .number("busiest_hour", ProfileFilter::busiestHour)
            .choice(
                    "busiest_weekday",
                    Arrays.stream(DayOfWeek.values()).map(ProfileFilter::word).toList(),
                    profile -> profile.habits()
                            .busiestWeekday()
                            .map(ProfileFilter::word)
                            .orElse(""))
            .number("browsed", itemsWith(InteractionType.BROWSE))
            .number("clicked", itemsWith(InteractionType.CLICK))
            .number("favored", itemsWith(InteractionType.FAVORITE))
            .number("carted", itemsWith(InteractionType.CART))
            .number("purchased", itemsWith(InteractionType.PURCHASE))
            .number("rated", itemsWith(InteractionType.RATING))
            .number("disliked", itemsWith(InteractionType.DISLIKE))
            .pathShare(
                    "category", (profile, name) -> share(profile.preferences().categories(), name))
            .share("brand", (profile, name) -> share(profile.preferences().brands(), name))
            .share("tag", (profile, name) -> share(profile.preferences().tags(), name))
            .namedWords("attribute", UserProfile::attributes)
            .namedFlag("consent", UserProfile::consentsTo)
            .number("price_low", price(PriceBand::low))
            .number("price_median", price(PriceBand::median))
            .number("price_high", price(PriceBand::high))
            .words(
                    "currency",
                    profile -> profile.preferences().prices().stream()
                            .limit(1)
                            .map(PriceBand::currency)
                            .toList());

    private ProfileFilter(String text) {
        super(FIELDS, text);
    }

    /**
     * Reads a filter; an empty text accepts every user.
     *
     * @throws ExpressionException if it is malformed; the message gives position and cure
     */
    public static ProfileFilter parse(String text) {
        return new ProfileFilter(text);
    }

    private static double busiestHour(UserProfile profile) {
        OptionalInt hour = profile.habits().busiestHour();
        return hour.isPresent() ? hour.getAsInt() : Double.NaN;
    }

    private static String word(DayOfWeek day) {
        return day.name().toLowerCase(Locale.ROOT);
    }

    private static ToDoubleFunction<UserProfile> itemsWith(InteractionType type) {
        return profile -> profile.itemsByType().getOrDefault(type, 0);
    }

    private static ToDoubleFunction<UserProfile> price(ToDoubleFunction<PriceBand> price) {
        return profile -> {
            List<PriceBand> bands = profile.preferences().prices();
            return bands.isEmpty() ? Double.NaN : price.applyAsDouble(bands.get(0));
        };
    }

    private static double share(List<Preference> preferences, String name) {
        return preferences.isEmpty()
                ? Double.NaN
                : preferences.stream()
                        .filter(preference -> preference.name().equalsIgnoreCase(name))
                        .mapToDouble(Preference::weight)
                        .sum();
    }
}
