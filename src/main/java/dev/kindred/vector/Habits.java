package dev.kindred.vector;

import dev.kindred.model.Interaction;
import dev.kindred.model.InteractionType;
import dev.kindred.model.Require;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * A user's habits since the program records them; older vectors start with {@link #NONE}. Immutable, so that a vector
 * and its header share them; an event costs a few small arrays.
 *
 * @param firstEventMs the time of the earliest event, in epoch milliseconds; {@code Long.MAX_VALUE} before there is any
 * @param sessions the number of sessions: one begins with the first event, and with every event more than a gap after
 *     the latest one. A late event begins none, so the count depends on the order of events
 * @param events by type
 * @param hours of the events, from midnight: 24
 * @param weekdays of the events, from Monday: 7
 * @param paidPurchases the number of purchases with a known amount
 * @param spent the total amount of these, in the shop's main currency; not negative
 */
public record Habits(
        long firstEventMs,
        long sessions,
        EventCounts events,
        Histogram hours,
        Histogram weekdays,
        long paidPurchases,
        double spent) {

    /** The hours of a day. */
    public static final int HOURS = 24;

    /** The days of a week. */
    public static final int WEEKDAYS = 7;

    /** Before the first event. */
    public static final Habits NONE =
            new Habits(Long.MAX_VALUE, 0, EventCounts.NONE, Histogram.empty(HOURS), Histogram.empty(WEEKDAYS), 0, 0);

    private static final long HOUR_MS = TimeUnit.HOURS.toMillis(1);
    private static final long DAY_MS = TimeUnit.DAYS.toMillis(1);
    private static final int WEEKDAY_OF_EPOCH = 3; // 1970 began with a Thursday

    public Habits {
        if (hours.size() != HOURS || weekdays.size() != WEEKDAYS) {
            throw new IllegalArgumentException(
                    "there must be 24 hours and 7 weekdays, got " + hours.size() + " and " + weekdays.size());
        }
        Require.that(Double.isFinite(spent), "spent must be finite", spent);
    }

    /**
     * These habits after one more event.
     *
     * @param latestMs the time of the latest event before, in epoch milliseconds; ignored before the first one
     */
    Habits learn(Interaction event, long latestMs, HabitSettings settings) {
        long timeMs = event.timestampMs();
        boolean comes =
                sessions == 0 || timeMs - latestMs > settings.sessionGap().toMillis();
        long localMs = timeMs + offsetMs(timeMs, settings);
        return new Habits(
                Math.min(firstEventMs, timeMs),
                comes ? sessions + 1 : sessions,
                events.plusOne(event.type()),
                hours.plusOne((int) (Math.floorMod(localMs, DAY_MS) / HOUR_MS)),
                weekdays.plusOne((int) Math.floorMod(Math.floorDiv(localMs, DAY_MS) + WEEKDAY_OF_EPOCH, 7L)),
                event.amount().isPresent() ? paidPurchases + 1 : paidPurchases,
                spent + event.amount().orElse(0));
    }

    private static long offsetMs(long timeMs, HabitSettings settings) {
        int seconds = settings.zone()
                .getRules()
                .getOffset(Instant.ofEpochMilli(timeMs))
                .getTotalSeconds();
        return TimeUnit.SECONDS.toMillis(seconds);
    }

    /**
     * The habits of two ids of one user, this and another. Sessions that both had at the same time count twice.
     */
    public Habits plus(Habits other) {
        return new Habits(
                Math.min(firstEventMs, other.firstEventMs),
                sessions + other.sessions,
                events.plus(other.events),
                hours.plus(other.hours),
                weekdays.plus(other.weekdays),
                paidPurchases + other.paidPurchases,
                spent + other.spent);
    }

    /** The number of purchases, with or without a known amount. */
    public long purchases() {
        return events.of(InteractionType.PURCHASE);
    }
}
