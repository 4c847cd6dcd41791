package dev.kindred.profile;

import dev.kindred.model.Described;
import dev.kindred.model.InteractionType;
import dev.kindred.vector.EventCounts;
import dev.kindred.vector.Habits;
import dev.kindred.vector.Histogram;
import java.time.DayOfWeek;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * A user's habits. Recent events weigh more in hours and weekdays: each is a counter of one byte, and all counters are
 * halved when one is full. Before the first event all hours are 0.
 */
public record UserHabits(
        @Described("The number of events of each type; types without events are absent.")
        Map<InteractionType, Long> eventsByType,

        @Described("The number of sessions; a session ends after a pause longer than profile.session.gap.ms.")
        long sessions,

        @Described("The share of the events in each hour of the day in profile.time.zone, from midnight. Recent"
                + " events count more than old ones.")
        List<Double> hours,

        @Described("The share of the events on each day of the week; days without events are absent.")
        Map<DayOfWeek, Double> weekdays,

        @Described("The number of purchases with a known amount.")
        long paidPurchases,

        @Described("The amount paid for these in total, in the shop's main currency.")
        double spent) {

    public UserHabits {
        eventsByType = ordered(eventsByType, InteractionType.class);
        hours = List.copyOf(hours);
        weekdays = ordered(weekdays, DayOfWeek.class);
    }

    private static <K extends Enum<K>, V> Map<K, V> ordered(Map<K, V> values, Class<K> keys) {
        Map<K, V> ordered = new EnumMap<>(keys);
        ordered.putAll(values);
        return Collections.unmodifiableMap(ordered);
    }

    /** The habits in a vector's header. */
    public static UserHabits of(Habits habits) {
        return new UserHabits(
                eventsByType(habits.events()),
                habits.sessions(),
                shares(habits.hours()),
                weekdays(shares(habits.weekdays())),
                habits.paidPurchases(),
                habits.spent());
    }

    private static Map<InteractionType, Long> eventsByType(EventCounts counts) {
        Map<InteractionType, Long> events = new EnumMap<>(InteractionType.class);
        for (InteractionType type : InteractionType.values()) {
            if (counts.of(type) > 0) {
                events.put(type, counts.of(type));
            }
        }
        return events;
    }

    private static List<Double> shares(Histogram histogram) {
        double total = Math.max(1, histogram.total());
        return IntStream.range(0, histogram.size())
                .mapToObj(i -> histogram.count(i) / total)
                .toList();
    }

    private static Map<DayOfWeek, Double> weekdays(List<Double> shares) {
        Map<DayOfWeek, Double> weekdays = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            double share = shares.get(day.getValue() - 1);
            if (share > 0) {
                weekdays.put(day, share);
            }
        }
        return weekdays;
    }

    /** The number of events. */
    public long events() {
        return eventsByType.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The number of purchases, with or without a known amount. */
    public long purchases() {
        return eventsByType.getOrDefault(InteractionType.PURCHASE, 0L);
    }

    /** The hour of the day with the most events, the first of equals; empty before the first event. */
    public OptionalInt busiestHour() {
        double greatest = hours.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        return greatest > 0 ? OptionalInt.of(hours.indexOf(greatest)) : OptionalInt.empty();
    }

    /** The weekday with the most events, the first of equals; empty before the first event. */
    public Optional<DayOfWeek> busiestWeekday() {
        return weekdays.entrySet().stream()
                .reduce((best, next) -> next.getValue() > best.getValue() ? next : best)
                .map(Map.Entry::getKey);
    }
}
