package dev.kindred.model;

import java.util.List;
import java.util.Map;

/**
 * When and how a user comes, on its way to another user.
 *
 * @param firstEventMs the time of the earliest event, in epoch milliseconds; of no matter without a session
 * @param sessions how often the user came
 * @param events how many, by type; a type that is absent never came
 * @param hours how many events in each hour of the day, from midnight
 * @param weekdays how many events on each day of the week, from Monday
 * @param paidPurchases how many purchases said what was paid
 * @param spent what was paid for these in all, finite
 */
public record MovedHabits(
        long firstEventMs,
        long sessions,
        Map<InteractionType, Long> events,
        List<Integer> hours,
        List<Integer> weekdays,
        long paidPurchases,
        double spent) {

    private static final int HOURS = 24;
    private static final int WEEKDAYS = 7;

    public MovedHabits {
        events = Map.copyOf(events);
        hours = List.copyOf(hours);
        weekdays = List.copyOf(weekdays);
        if (hours.size() != HOURS || weekdays.size() != WEEKDAYS) {
            throw new IllegalArgumentException(
                    "there must be 24 hours and 7 weekdays, got " + hours.size() + " and " + weekdays.size());
        }
        if (!Double.isFinite(spent)) {
            throw new IllegalArgumentException("spent must be finite, got " + spent);
        }
    }
}
