package dev.kindred.vector;

import static dev.kindred.testing.Streams.START_MS;
import static dev.kindred.testing.Streams.click;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.math.Decay;
import dev.kindred.model.Affinity;
import dev.kindred.model.Interaction;
import dev.kindred.model.InteractionType;
import dev.kindred.model.ItemDictionary;
import dev.kindred.testing.RandomTest;
import dev.kindred.testing.Streams;
import dev.kindred.vector.VectorContent.MovedCell;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UserVectorTest {

    private static final long DAY_MS = Duration.ofDays(1).toMillis();

    private final ItemDictionary items = new ItemDictionary();

    private static VectorSettings settings(double step, int maxItems) {
        Decay month = Decay.ofHalfLife(Duration.ofDays(30));
        Decay day = Decay.ofHalfLife(Duration.ofDays(1));
        return new VectorSettings(TypeWeights.equal(), month, day, step, maxItems, 3);
    }

    @RandomTest
    void keepsTheNormsOfABatchComputation(RandomGenerator random) {
        List<Interaction> events = Streams.random(random, 300, 1, 20);
        UserVector vector = new UserVector(settings(0.8, 100), items);

        events.forEach(vector::learn);

        BatchVector batch = new BatchVector(settings(0.8, 100), events);
        double now = batch.interestNorm();
        assertThat(Math.sqrt(vector.header().interestSquaredNorm())).isCloseTo(now, within(1e-9 * now));
        double affinityNorm = batch.affinityNorm();
        assertThat(Math.sqrt(vector.header().affinitySquaredNorm()))
                .isCloseTo(affinityNorm, within(1e-9 * affinityNorm));
    }

    @RandomTest
    void keepsTheProportionsOfABatchComputation(RandomGenerator random) {
        List<Interaction> events = Streams.random(random, 300, 1, 20);
        UserVector vector = new UserVector(settings(0.8, 100), items);

        events.forEach(vector::learn);

        Map<String, Double> interests = new BatchVector(settings(0.8, 100), events).interests();
        double norm = new BatchVector(settings(0.8, 100), events).interestNorm();
        for (int i = 0; i < vector.size(); i++) {
            double expected = interests.getOrDefault(items.idOf(vector.item(i)), 0.0) / norm;
            assertThat(vector.interest(i) / vector.interestNorm()).isCloseTo(expected, within(1e-9));
        }
    }

    @RandomTest
    void reachesTheSameAffinitiesInAnyOrderOfEvents(RandomGenerator random) {
        List<Interaction> events = Streams.random(random, 200, 1, 20);
        UserVector inOrder = new UserVector(settings(0.8, 100), items);
        events.forEach(inOrder::learn);

        List<Interaction> shuffled = new java.util.ArrayList<>(events);
        Collections.shuffle(shuffled, new Random(random.nextLong()));
        UserVector outOfOrder = new UserVector(settings(0.8, 100), items);
        shuffled.forEach(outOfOrder::learn);

        assertSameAffinities(outOfOrder, inOrder);
    }

    private static void assertSameAffinities(UserVector vector, UserVector other) {
        assertThat(vector.size()).isEqualTo(other.size());
        for (int i = 0; i < other.size(); i++) {
            Affinity expected = other.affinity(i);
            Affinity actual = vector.affinity(vector.indexOf(other.item(i)));
            assertThat(actual.touchedMs()).isEqualTo(expected.touchedMs());
            assertThat(actual.types()).isEqualTo(expected.types());
            assertThat(actual.affinity()).isCloseTo(expected.affinity(), within(1e-9));
        }
    }

    private static void assertSameInterests(UserVector vector, UserVector other) {
        for (int i = 0; i < other.size(); i++) {
            double expected = other.interest(i) / other.interestNorm();
            double actual = vector.interest(vector.indexOf(other.item(i))) / vector.interestNorm();
            assertThat(actual).isCloseTo(expected, within(1e-9));
        }
    }

    private UserVector vectorOf(List<Interaction> events) {
        UserVector vector = new UserVector(settings(0.8, 100), items);
        events.forEach(vector::learn);
        return vector;
    }

    private static List<Interaction> of(String user, List<Interaction> events) {
        return events.stream().filter(event -> event.userId().equals(user)).toList();
    }

    private int[] merge(UserVector from, UserVector into) {
        return into.mergeFrom(VectorContent.of(from, items, 100), "merge");
    }

    @RandomTest
    void mergesAffinitiesExactly(RandomGenerator random) {
        List<Interaction> events = Streams.random(random, 300, 2, 20);
        UserVector into = vectorOf(of("user-0", events));

        merge(vectorOf(of("user-1", events)), into);

        assertSameAffinities(into, vectorOf(events));
        assertThat(into.version()).isEqualTo(events.size());
        double norm = new BatchVector(settings(0.8, 100), events).affinityNorm();
        assertThat(Math.sqrt(into.header().affinitySquaredNorm())).isCloseTo(norm, within(1e-9 * norm));
    }

    @RandomTest
    void mergesHabits(RandomGenerator random) {
        List<Interaction> events = Streams.random(random, 300, 2, 20);
        UserVector from = vectorOf(of("user-1", events));
        UserVector into = vectorOf(of("user-0", events));
        Habits both = into.header().habits().plus(from.header().habits());

        merge(from, into);

        assertThat(into.header().habits()).isEqualTo(both);
        assertThat(into.header().habits().events())
                .isEqualTo(vectorOf(events).header().habits().events());
    }

    @RandomTest
    void learnsAfterAMerge(RandomGenerator random) {
        List<Interaction> events = Streams.random(random, 300, 2, 20);
        List<Interaction> before = events.subList(0, 200);
        List<Interaction> after = events.subList(200, 300);
        UserVector into = vectorOf(of("user-0", before));

        merge(vectorOf(of("user-1", before)), into);
        after.forEach(into::learn);

        assertSameAffinities(into, vectorOf(events));
        assertNormsAreThoseOfTheCells(into);
    }

    private static void assertNormsAreThoseOfTheCells(UserVector vector) {
        Header header = vector.header();
        double affinity = 0;
        double interest = 0;
        for (int i = 0; i < vector.size(); i++) {
            Cell cell = vector.cell(i);
            double left = settings(0.8, 100).affinityDecay().factor(header.timeMs() - cell.touchedMs());
            affinity += Math.pow(cell.affinity() * left, 2);
            interest += Math.pow(cell.interest(), 2);
        }
        assertThat(header.affinitySquaredNorm()).isCloseTo(affinity, within(1e-9 * affinity));
        assertThat(header.interestSquaredNorm()).isCloseTo(interest, within(1e-9 * interest));
    }

    /** Each half touches no item twice, but they share some. */
    @RandomTest
    void mergesInterestsOfConsecutiveVectorsExactly(RandomGenerator random) {
        List<Interaction> earlier = visit(random, START_MS);
        List<Interaction> later = visit(random, START_MS + DAY_MS);
        List<Interaction> all = new ArrayList<>(earlier);
        all.addAll(later);
        UserVector signedIn = vectorOf(earlier);
        UserVector longAgo = vectorOf(later);

        merge(vectorOf(later), signedIn);
        merge(vectorOf(earlier), longAgo);

        assertSameInterests(signedIn, vectorOf(all));
        assertSameInterests(longAgo, vectorOf(all));
    }

    /** Up to ten items in random order, touched in some minutes, several of them in the same minute. */
    private static List<Interaction> visit(RandomGenerator random, long startMs) {
        List<String> visited = new ArrayList<>(
                IntStream.range(0, 15).mapToObj(i -> "item-" + i).toList());
        Collections.shuffle(visited, new Random(random.nextLong()));
        List<Interaction> events = new ArrayList<>();
        long timeMs = startMs;
        for (String item : visited.subList(0, random.nextInt(1, 10))) {
            timeMs += random.nextInt(3) * 60_000L;
            events.add(click("u", item, timeMs));
        }
        return events;
    }

    @RandomTest
    void mergesIntoAnEmptyVectorUnchanged(RandomGenerator random) {
        UserVector from = vectorOf(Streams.random(random, 200, 1, 20));
        UserVector into = new UserVector(settings(0.8, 100), items);

        merge(from, into);

        assertSameAffinities(into, from);
        assertSameInterests(into, from);
        assertThat(into.header().timeMs()).isEqualTo(from.header().timeMs());
        assertThat(into.remembers("merge")).isTrue();
    }

    @Test
    void evictsTheLeastRecentlyTouchedItemsAfterAMerge() {
        UserVector into = new UserVector(settings(0.8, 3), items);
        into.learn(click("u", "a", START_MS));
        into.learn(click("u", "d", START_MS + 3));
        UserVector from = new UserVector(settings(0.8, 3), items);
        from.learn(click("v", "b", START_MS + 1));
        from.learn(click("v", "c", START_MS + 2));
        from.learn(click("v", "e", START_MS + 4));

        int[] changed = merge(from, into);

        assertThat(IntStream.range(0, into.size()).mapToObj(i -> items.idOf(into.item(i))))
                .containsExactlyInAnyOrder("c", "d", "e");
        assertThat(Arrays.stream(changed).mapToObj(items::idOf)).containsExactlyInAnyOrder("a", "b", "c", "e");
        assertNormsAreThoseOfTheCells(into);
    }

    @Test
    void listsTheItemsTouchedLast() {
        UserVector vector = vectorOf(
                List.of(click("u", "old", START_MS), click("u", "b", START_MS + 1), click("u", "a", START_MS + 1)));

        assertThat(VectorContent.of(vector, items, 2).cells())
                .extracting(MovedCell::itemId)
                .containsExactly("a", "b");
        assertThat(items.idOf(vector.lastTouchedItem())).isEqualTo("a");
    }

    @RandomTest
    void isTheSameAfterBeingStoredAtAnyMoment(RandomGenerator random) {
        List<Interaction> events = Streams.random(random, 300, 1, 30);
        UserVector kept = new UserVector(settings(0.8, 10), items);
        UserVector stored = new UserVector(settings(0.8, 10), items);
        Map<String, Cell> cells = new HashMap<>();

        for (Interaction event : events) {
            kept.learn(event);
            store(stored, stored.learn(event), cells);
            if (random.nextInt(5) == 0) {
                UserVector loaded = new UserVector(settings(0.8, 10), items, stored.header());
                cells.forEach(loaded::restore);
                stored = loaded;
            }
        }

        assertThat(stored.version()).isEqualTo(kept.version());
        assertThat(stored.size()).isEqualTo(kept.size());
        for (int i = 0; i < kept.size(); i++) {
            int at = stored.indexOf(kept.item(i));
            assertThat(stored.affinity(at)).isEqualTo(kept.affinity(i));
            assertThat(stored.interest(at) / stored.interestNorm())
                    .isCloseTo(kept.interest(i) / kept.interestNorm(), within(1e-9));
        }
    }

    private void store(UserVector vector, VectorChange change, Map<String, Cell> cells) {
        int touched = vector.indexOf(change.item());
        if (touched >= 0) {
            cells.put(items.idOf(change.item()), vector.cell(touched));
        }
        if (change.hasEvicted()) {
            cells.remove(items.idOf(change.evictedItem()));
        }
    }

    @Test
    void decaysInterestByTheStepAndWithTime() {
        UserVector vector = new UserVector(settings(0.5, 100), items);

        vector.learn(click("u", "old", START_MS));
        vector.learn(click("u", "new", START_MS + DAY_MS));

        // old: 1 · 2^(-1 day / 1 day) · 0.5 = 0.25; new: 1
        double ratio = vector.interest(vector.indexOf(items.numberOf("old")))
                / vector.interest(vector.indexOf(items.numberOf("new")));
        assertThat(ratio).isCloseTo(0.25, within(1e-12));
    }

    @Test
    void countsEventsOfTheSameTimeAlike() {
        UserVector vector = new UserVector(settings(0.5, 100), items);

        for (String item : List.of("bread", "butter", "salt")) {
            vector.learn(click("u", item, START_MS));
        }

        assertThat(vector.interest(0)).isEqualTo(vector.interest(1)).isEqualTo(vector.interest(2));
    }

    @Test
    void addsALateEventWithDecay() {
        UserVector vector = new UserVector(settings(1, 100), items);
        vector.learn(click("u", "a", START_MS + 30 * DAY_MS));

        vector.learn(click("u", "a", START_MS));

        // 1 as of day 30, and of the late one half, a month old
        assertThat(vector.affinity(0).affinity()).isCloseTo(1.5, within(1e-12));
        assertThat(vector.affinity(0).touchedMs()).isEqualTo(START_MS + 30 * DAY_MS);
    }

    @Test
    void evictsTheLeastRecentlyTouchedItem() {
        UserVector vector = new UserVector(settings(0.8, 2), items);
        vector.learn(click("u", "a", START_MS));
        vector.learn(click("u", "b", START_MS + 1));
        vector.learn(click("u", "a", START_MS + 2));

        VectorChange change = vector.learn(click("u", "c", START_MS + 3));

        assertThat(items.idOf(change.evictedItem())).isEqualTo("b");
        assertThat(vector.size()).isEqualTo(2);
    }

    @Test
    void remembersTheLastEvents() {
        UserVector vector = new UserVector(settings(0.8, 100), items);

        Streams.random(new Random(1), 5, 1, 3).forEach(vector::learn);

        assertThat(vector.remembers("event-1")).isFalse();
        assertThat(vector.remembers("event-2")).isTrue();
        assertThat(vector.remembers("event-4")).isTrue();
    }

    @Test
    void survivesAPauseThatDecaysInterestsToZero() {
        UserVector vector = new UserVector(settings(0.8, 100), items);
        vector.learn(click("u", "a", START_MS));

        vector.learn(click("u", "b", START_MS + 5000 * DAY_MS));

        assertThat(vector.interestNorm()).isCloseTo(1, within(1e-12));
        assertThat(vector.interest(0)).isZero();
    }

    @Test
    void weighsTypesAndStrengths() {
        Map<InteractionType, Double> weights = new HashMap<>();
        for (InteractionType type : InteractionType.values()) {
            weights.put(type, type == InteractionType.PURCHASE ? 5.0 : 1.0);
        }
        VectorSettings weighted = new VectorSettings(TypeWeights.of(weights), Decay.NONE, Decay.NONE, 1, 9, 0);
        UserVector vector = new UserVector(weighted, items);

        vector.learn(new Interaction(java.util.Optional.empty(), "u", "a", InteractionType.PURCHASE, START_MS, 2));

        assertThat(vector.affinity(0)).isEqualTo(new Affinity(10, START_MS, InteractionType.PURCHASE.bit()));
    }
}
