package dev.kindred.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.model.Interaction;
import dev.kindred.model.InteractionType;
import dev.kindred.model.KeyedHash;
import dev.kindred.model.ListReference;
import dev.kindred.model.Strategy;
import dev.kindred.testing.RandomTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Outcomes do not depend on the order of events, and interactions belong to the list that they name or saw last. */
final class UserFeedbackTest {

    private static final long START_MS = 1_700_000_000_000L; // 2023-11-14T22:13:20Z
    private static final long HOUR_MS = 3_600_000;
    private static final ListIds IDS = new ListIds(KeyedHash.withSecret("a secret of the tests"));
    private static final FeedbackSettings SETTINGS = new FeedbackSettings(
            true, Duration.ofHours(24), Duration.ofHours(24), 600, KeyedHash.withSecret("a secret of the tests"));

    private final UserFeedback user = new UserFeedback();
    private final Map<OutcomeKey, OutcomeSums> sums = new HashMap<>();

    private static ListOrigin origin(String scenario, long timeMs) {
        return new ListOrigin(
                timeMs,
                scenario,
                Optional.empty(),
                OptionalDouble.empty(),
                List.of(Strategy.USER_BASED, Strategy.POPULAR));
    }

    private static final String HOME = IDS.make(origin("home", START_MS), 1);
    private static final String CART = IDS.make(origin("cart", START_MS), 2);

    private static Interaction event(
            InteractionType type, String item, long timeMs, String listId, int position, double amount) {
        return new Interaction(
                Optional.empty(),
                "ann",
                item,
                type,
                timeMs,
                1,
                amount > 0 ? OptionalDouble.of(amount) : OptionalDouble.empty(),
                new ListReference(
                        listId.isEmpty() ? Optional.empty() : Optional.of(listId),
                        Optional.empty(),
                        Optional.empty(),
                        position > 0 ? OptionalInt.of(position) : OptionalInt.empty()));
    }

    private static Interaction shown(String item, long timeMs, String listId, int position) {
        return event(InteractionType.IMPRESSION, item, timeMs, listId, position, 0);
    }

    private static Interaction click(String item, long timeMs) {
        return event(InteractionType.CLICK, item, timeMs, "", 0, 0);
    }

    private FeedbackResult add(Interaction event) {
        return add(event, user, sums);
    }

    private static FeedbackResult add(Interaction event, UserFeedback user, Map<OutcomeKey, OutcomeSums> sums) {
        return user.add(
                event, event.list().listId().flatMap(IDS::read), event.timestampMs() + 48 * HOUR_MS, SETTINGS, sums);
    }

    private OutcomeSums of(String scenario) {
        return sums.entrySet().stream()
                .filter(entry -> entry.getKey().scenario().equals(scenario))
                .map(Map.Entry::getValue)
                .reduce(OutcomeSums.NONE, OutcomeSums::plus);
    }

    @Test
    void countsTheListsSinceTheLastTouchOfAnItem() {
        add(shown("tea", START_MS, HOME, 1));
        add(shown("cup", START_MS, HOME, 2));
        add(shown("pot", START_MS, HOME, 3));
        add(click("cup", START_MS + 5));
        add(shown("tea", START_MS + 10, CART, 1));
        add(shown("cup", START_MS + 10, CART, 2));
        add(shown("pot", START_MS + 10, CART, 3));

        assertThat(user.untouched(item -> item.equals("pot") ? START_MS + 10 : Long.MIN_VALUE))
                .isEqualTo(Map.of("tea", 2, "cup", 1));
    }

    @Test
    void tellsWhichItemsOfAListWereTouched() {
        add(shown("tea", START_MS, HOME, 1));
        add(shown("cup", START_MS, HOME, 2));
        add(shown("tea", START_MS + 10, CART, 1));
        add(click("tea", START_MS + 20));
        add(click("pot", START_MS + 20));

        assertThat(user.touchedItems(SETTINGS)).isEqualTo(Map.of(CART, Set.of("tea")));
    }

    @Test
    void areCountedByStrategyAndPosition() {
        add(shown("tea", START_MS, HOME, 1));
        add(shown("cup", START_MS, HOME, 2));
        add(event(InteractionType.PURCHASE, "cup", START_MS + 1, HOME, 2, 19.5));

        assertThat(sums.keySet())
                .extracting(OutcomeKey::text)
                .containsExactlyInAnyOrder(
                        "home||listed|USER_BASED|1|2023-11-14",
                        "home||listed|POPULAR|2|2023-11-14",
                        "home||listed||0|2023-11-14");
        assertThat(of("home")).isEqualTo(new OutcomeSums(2, 0, 0, 1, 195_000, 1, 0, 1, 19.5 * 19.5, 1));
    }

    @Test
    void belongToTheLastImpressionOfTheItem() {
        add(shown("tea", START_MS, HOME, 1));
        add(shown("tea", START_MS + 10, CART, 1));
        add(click("tea", START_MS + 20));

        assertThat(of("home").clicks()).isZero();
        assertThat(of("cart").clicks()).isEqualTo(1);
    }

    @Test
    void moveToALateImpression() {
        add(shown("tea", START_MS, HOME, 1));
        add(click("tea", START_MS + 20));
        assertThat(of("home").clicks()).isEqualTo(1);

        add(shown("tea", START_MS + 10, CART, 1));

        assertThat(of("home")).isEqualTo(new OutcomeSums(1, 0, 0, 0, 0, 1, 0, 0, 0, 1));
        assertThat(of("cart")).isEqualTo(new OutcomeSums(1, 1, 0, 0, 0, 1, 1, 0, 0, 1));
    }

    @Test
    void belongToNoImpressionOutsideTheWindow() {
        add(shown("tea", START_MS, HOME, 1));
        add(click("tea", START_MS + 24 * HOUR_MS + 1));
        add(click("tea", START_MS - 1));

        assertThat(of("home").clicks()).isZero();
    }

    @Test
    void belongToTheListThatTheyNameThoughNoBeaconToldOfIt() {
        add(event(InteractionType.CLICK, "tea", START_MS + 5, HOME, 1, 0));

        assertThat(of("home")).isEqualTo(new OutcomeSums(1, 1, 0, 0, 0, 1, 1, 0, 0, 1));
    }

    @Test
    void countOnceWhenToldTwice() {
        add(shown("tea", START_MS, HOME, 1));
        assertThat(add(shown("tea", START_MS + 7, HOME, 1))).isEqualTo(FeedbackResult.REPEATED);
        add(click("tea", START_MS + 8));
        add(click("tea", START_MS + 9));

        assertThat(of("home")).isEqualTo(new OutcomeSums(1, 1, 0, 0, 0, 1, 1, 0, 0, 1));
    }

    @Test
    void ofNoKnownListAreCountedApart() {
        add(shown("tea", START_MS, "l-1", 1));
        add(click("tea", START_MS + 8));

        assertThat(sums.keySet()).noneMatch(OutcomeKey::listed);
        assertThat(of("unknown")).isEqualTo(new OutcomeSums(1, 1, 0, 0, 0, 1, 1, 0, 0, 1));
    }

    @Test
    void areIgnoredBeyondTheGracePeriod() {
        add(shown("tea", START_MS + 24 * HOUR_MS + 1, HOME, 1));

        assertThat(add(shown("cup", START_MS, HOME, 2))).isEqualTo(FeedbackResult.LATE);
        assertThat(of("home").impressions()).isEqualTo(1);
    }

    @Test
    void ofARobotAreCapped() {
        for (int i = 0; i < 600; i++) {
            assertThat(add(shown("item-" + i, START_MS, HOME, 1))).isEqualTo(FeedbackResult.COUNTED);
        }

        assertThat(add(shown("tea", START_MS + 1, HOME, 1))).isEqualTo(FeedbackResult.CAPPED);
        assertThat(add(shown("tea", START_MS + 60_000, HOME, 1))).isEqualTo(FeedbackResult.COUNTED);
        assertThat(of("home").impressions()).isEqualTo(601);
    }

    /** A browser that is two days behind, or an hour ahead. */
    @Test
    void haveNoTimeBeforeTheirListNorAfterTheirArrival() {
        user.add(shown("tea", START_MS - 48 * HOUR_MS, HOME, 1), IDS.read(HOME), START_MS + 5, SETTINGS, sums);
        user.add(shown("cup", START_MS + HOUR_MS, HOME, 2), IDS.read(HOME), START_MS + 9, SETTINGS, sums);

        assertThat(user.latestMs()).isEqualTo(START_MS + 9);
        assertThat(of("home").impressions()).isEqualTo(2);
    }

    @Test
    void keepCountingWhenTheirListsAreForgotten() {
        add(shown("tea", START_MS, HOME, 1));
        add(click("tea", START_MS + 1));
        add(click("cup", START_MS + 100 * HOUR_MS));

        assertThat(user.lists()).isEmpty();
        assertThat(of("home")).isEqualTo(new OutcomeSums(1, 1, 0, 0, 0, 1, 1, 0, 0, 1));
    }

    /** Law: any order, with repeats, has the sums that a count of the whole at the end has. */
    @RandomTest(seeds = 50)
    void doNotDependOnTheOrder(RandomGenerator random) {
        List<Interaction> events = events(random);
        Map<OutcomeKey, OutcomeSums> inOrder = new HashMap<>();
        UserFeedback one = new UserFeedback();
        events.forEach(event -> add(event, one, inOrder));
        List<Interaction> shuffled = new ArrayList<>(events);
        shuffled.addAll(events.subList(0, events.size() / 3));
        Collections.shuffle(shuffled, new Random(random.nextLong()));
        Map<OutcomeKey, OutcomeSums> inAnyOrder = new HashMap<>();
        UserFeedback other = new UserFeedback();

        shuffled.forEach(event -> add(event, other, inAnyOrder));

        assertSame(inAnyOrder, inOrder);
        assertSame(inOrder, one.outcomes(SETTINGS));
    }

    /** Law: two users who become one, at any time, have the outcomes of one user with the events of both. */
    @RandomTest(seeds = 50)
    void ofMergedUsersAreThoseOfOne(RandomGenerator random) {
        List<Interaction> events = events(random);
        Map<OutcomeKey, OutcomeSums> ofOne = new HashMap<>();
        UserFeedback one = new UserFeedback();
        events.forEach(event -> add(event, one, ofOne));
        UserFeedback visitor = new UserFeedback();
        Map<OutcomeKey, OutcomeSums> ofBoth = new HashMap<>();
        int mergedAt = random.nextInt(events.size());

        events.subList(0, mergedAt).forEach(event -> add(event, random.nextBoolean() ? visitor : user, ofBoth));
        user.mergeFrom(visitor, SETTINGS, ofBoth);
        events.subList(mergedAt, events.size()).forEach(event -> add(event, user, ofBoth));

        assertSame(ofBoth, ofOne);
    }

    private static void assertSame(Map<OutcomeKey, OutcomeSums> sums, Map<OutcomeKey, OutcomeSums> expected) {
        assertThat(whole(sums)).isEqualTo(whole(expected));
        sums.forEach((key, sum) -> assertThat(sum.revenueSquares())
                .isCloseTo(
                        expected.getOrDefault(key, OutcomeSums.NONE).revenueSquares(),
                        org.assertj.core.data.Offset.offset(1e-6)));
    }

    /** What is exact. */
    private static Map<OutcomeKey, OutcomeSums> whole(Map<OutcomeKey, OutcomeSums> sums) {
        Map<OutcomeKey, OutcomeSums> whole = new HashMap<>();
        sums.forEach((key, sum) -> whole.put(
                key,
                new OutcomeSums(
                        sum.impressions(),
                        sum.clicks(),
                        sum.carts(),
                        sum.purchases(),
                        sum.revenue(),
                        sum.lists(),
                        sum.clickedLists(),
                        sum.boughtLists(),
                        0,
                        sum.users())));
        whole.values().removeIf(OutcomeSums.NONE::equals);
        return whole;
    }

    private static List<Interaction> events(RandomGenerator random) {
        List<Interaction> events = new ArrayList<>();
        List<String> lists = List.of(HOME, CART, "l-1", "");
        InteractionType[] types = InteractionType.values();
        for (int i = 0; i < 60; i++) {
            InteractionType type =
                    random.nextBoolean() ? InteractionType.IMPRESSION : types[random.nextInt(types.length)];
            int item = random.nextInt(5);
            events.add(event(
                    type,
                    "item-" + item,
                    START_MS + random.nextLong(23 * HOUR_MS),
                    lists.get(random.nextInt(lists.size())),
                    random.nextBoolean() ? item + 1 : 0,
                    type == InteractionType.PURCHASE ? random.nextInt(1, 1000) / 100.0 : 0));
        }
        return events;
    }
}
