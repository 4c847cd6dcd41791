package dev.kindred.http.api;

import dev.kindred.http.Described;
import dev.kindred.model.InteractionType;
import dev.kindred.profile.UserHabits;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** When and how a user comes, as JSON. */
record HabitsAnswer(
        @Described("How many events of each type there were; what was never done is absent.")
        Map<InteractionType, Long> eventsByType,

        @Described("How often the user came: a session ends when nothing comes for longer than profile.session.gap.ms.")
        long sessions,

        @Described("How many purchases said what was paid.") long paidPurchases,

        @Described("What was paid for these in all, in the shop's main currency.")
        double spent,

        @Described("Which share of the events fell to each hour of the day in profile.time.zone, from midnight. Recent"
                + " events count more than old ones.")
        List<Double> hours,

        @Described("The same of the days of the week; a day without events is absent.")
        Map<DayOfWeek, Double> weekdays) {

    HabitsAnswer {
        eventsByType = new TreeMap<>(eventsByType); // in order, for people
        hours = List.copyOf(hours);
        weekdays = new TreeMap<>(weekdays);
    }

    static HabitsAnswer of(UserHabits habits) {
        return new HabitsAnswer(
                habits.eventsByType(),
                habits.sessions(),
                habits.paidPurchases(),
                habits.spent(),
                habits.hours(),
                habits.weekdays());
    }
}
