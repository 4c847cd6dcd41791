package dev.kindred.vector;

import static dev.kindred.testing.Streams.START_MS;
import static dev.kindred.testing.Streams.click;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.math.Decay;
import dev.kindred.model.Interaction;
import dev.kindred.model.InteractionType;
import dev.kindred.model.ItemDictionary;
import dev.kindred.testing.RandomTest;
import dev.kindred.testing.Streams;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

final class HabitsTest {

    private static final long MINUTE_MS = Duration.ofMinutes(1).toMillis();
    private static final HabitSettings KOLKATA =
            new HabitSettings(Duration.ofMinutes(40), ZoneId.of("Asia/Kolkata")); // five hours and a half ahead
    private static final HabitSettings BERLIN = // where the clock is put forward in spring
            new HabitSettings(Duration.ofMinutes(40), ZoneId.of("Europe/Berlin"));

    private static Habits learn(List<Interaction> events, HabitSettings settings) {
        VectorSettings vectors = new VectorSettings(TypeWeights.equal(), Decay.NONE, Decay.NONE, 1, 10, settings, 0);
        UserVector vector = new UserVector(vectors, new ItemDictionary());
        events.forEach(vector::learn);
        return vector.header().habits();
    }

    @RandomTest
    void areThoseOfAllEventsByTheirDefinition(RandomGenerator random) {
        List<Interaction> events = Streams.random(random, 5000, 1, 20); // over some hundred days
        HabitSettings settings = random.nextBoolean() ? KOLKATA : BERLIN;

        Habits habits = learn(events, settings);

        assertThat(habits.firstEventMs())
                .isEqualTo(events.stream()
                        .mapToLong(Interaction::timestampMs)
                        .min()
                        .orElseThrow());
        assertThat(habits.sessions()).isEqualTo(sessions(events, settings));
        for (InteractionType type : InteractionType.values()) {
            assertThat(habits.events().of(type))
                    .isEqualTo(events.stream()
                            .filter(event -> event.type() == type)
                            .count());
        }
        assertThat(habits.hours()).isEqualTo(histogram(events, settings, 24, ZonedDateTime::getHour));
        assertThat(habits.weekdays())
                .isEqualTo(histogram(
                        events, settings, 7, time -> time.getDayOfWeek().getValue() - 1));
        List<Interaction> paid =
                events.stream().filter(event -> event.amount().isPresent()).toList();
        assertThat(habits.paidPurchases()).isEqualTo(paid.size()).isPositive();
        assertThat(habits.spent())
                .isEqualTo(
                        paid.stream()
                                .mapToDouble(event -> event.amount().getAsDouble())
                                .sum(),
                        within(1e-6));
    }

    /** One, and one more for each event that lies more than a gap after all before it. */
    private static long sessions(List<Interaction> events, HabitSettings settings) {
        long sessions = 1;
        for (int i = 1; i < events.size(); i++) {
            long latestMs = events.subList(0, i).stream()
                    .mapToLong(Interaction::timestampMs)
                    .max()
                    .orElseThrow();
            sessions += events.get(i).timestampMs()
                            > latestMs + settings.sessionGap().toMillis()
                    ? 1
                    : 0;
        }
        return sessions;
    }

    private static Histogram histogram(
            List<Interaction> events, HabitSettings settings, int size, ToIntFunction<ZonedDateTime> place) {
        Histogram histogram = Histogram.empty(size);
        for (Interaction event : events) {
            ZonedDateTime time = Instant.ofEpochMilli(event.timestampMs()).atZone(settings.zone());
            histogram = histogram.plusOne(place.applyAsInt(time));
        }
        return histogram;
    }

    @Test
    void beginASessionAfterMoreThanAGap() {
        long gapMs = HabitSettings.DEFAULT.sessionGap().toMillis();

        assertThat(learn(List.of(click("u", "a", START_MS), click("u", "a", START_MS + gapMs)), HabitSettings.DEFAULT)
                        .sessions())
                .isEqualTo(1);
        assertThat(learn(
                                List.of(click("u", "a", START_MS), click("u", "a", START_MS + gapMs + 1)),
                                HabitSettings.DEFAULT)
                        .sessions())
                .isEqualTo(2);
    }

    @Test
    void beginNoSessionWithALateEvent() {
        List<Interaction> events = List.of(
                click("u", "a", START_MS + 600 * MINUTE_MS),
                click("u", "a", START_MS),
                click("u", "a", START_MS + 610 * MINUTE_MS));

        assertThat(learn(events, HabitSettings.DEFAULT).sessions()).isEqualTo(1);
        assertThat(learn(events, HabitSettings.DEFAULT).firstEventMs()).isEqualTo(START_MS);
    }

    @RandomTest
    void ofMergedUsersAddUp(RandomGenerator random) {
        List<Interaction> events = Streams.random(random, 200, 2, 20);
        Habits one = learn(of("user-0", events), KOLKATA);
        Habits other = learn(of("user-1", events), KOLKATA);

        Habits both = one.plus(other);

        Habits together = learn(events, KOLKATA); // too few for a byte to be full
        assertThat(both.firstEventMs()).isEqualTo(together.firstEventMs());
        assertThat(both.events()).isEqualTo(together.events());
        assertThat(both.hours()).isEqualTo(together.hours());
        assertThat(both.weekdays()).isEqualTo(together.weekdays());
        assertThat(both.paidPurchases()).isEqualTo(together.paidPurchases());
        assertThat(both.spent()).isEqualTo(together.spent(), within(1e-9));
        assertThat(both.sessions()).isEqualTo(one.sessions() + other.sessions());
        assertThat(one.plus(Habits.NONE)).isEqualTo(one);
    }

    private static List<Interaction> of(String user, List<Interaction> events) {
        return events.stream().filter(event -> event.userId().equals(user)).toList();
    }
}
