package dev.kindred.state;

import static dev.kindred.testing.Streams.START_MS;
import static dev.kindred.testing.Streams.click;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.math.Decay;
import dev.kindred.model.Interaction;
import dev.kindred.model.ItemDictionary;
import dev.kindred.testing.RandomTest;
import dev.kindred.testing.Streams;
import dev.kindred.vector.Cell;
import dev.kindred.vector.Header;
import dev.kindred.vector.TypeWeights;
import dev.kindred.vector.UserVector;
import dev.kindred.vector.VectorChange;
import dev.kindred.vector.VectorContent;
import dev.kindred.vector.VectorSettings;
import dev.kindred.vector.VectorStore;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract of every {@link VectorStore}. */
abstract class VectorStoreLaws {

    static final VectorSettings SETTINGS = new VectorSettings(
            TypeWeights.equal(),
            Decay.ofHalfLife(Duration.ofDays(30)),
            Decay.ofHalfLife(Duration.ofDays(1)),
            0.8,
            10,
            3);

    final ItemDictionary dictionary = new ItemDictionary();

    /** The store under test, the same on every call, with {@link #SETTINGS} and {@link #dictionary}. */
    abstract VectorStore store();

    final void learn(Interaction event) {
        UserVector vector = store().load(event.userId());
        VectorChange change = vector.learn(event);
        store().save(event.userId(), vector, change.items());
    }

    /** The slow twin: vectors that were never stored. */
    static Map<String, UserVector> live(List<Interaction> events, ItemDictionary items) {
        Map<String, UserVector> vectors = new HashMap<>();
        for (Interaction event : events) {
            vectors.computeIfAbsent(event.userId(), user -> new UserVector(SETTINGS, items))
                    .learn(event);
        }
        return vectors;
    }

    /** The cells by item id, all as of now. */
    static Map<String, Cell> cells(UserVector vector, ItemDictionary items) {
        Map<String, Cell> cells = new TreeMap<>();
        for (int i = 0; i < vector.size(); i++) {
            cells.put(items.idOf(vector.item(i)), vector.cell(i));
        }
        return cells;
    }

    static void assertSame(UserVector actual, UserVector expected, ItemDictionary items) {
        assertSameHeader(actual.header(), expected.header());
        Map<String, Cell> actualCells = cells(actual, items);
        Map<String, Cell> expectedCells = cells(expected, items);
        assertThat(actualCells.keySet()).isEqualTo(expectedCells.keySet());
        expectedCells.forEach((item, cell) -> assertSameCell(actualCells.get(item), cell));
    }

    private static void assertSameHeader(Header actual, Header expected) {
        assertThat(actual.events()).isEqualTo(expected.events());
        assertThat(actual.timeMs()).isEqualTo(expected.timeMs());
        assertThat(actual.habits()).isEqualTo(expected.habits());
        assertThat(actual.recentEvents()).isEqualTo(expected.recentEvents());
        assertClose(actual.affinitySquaredNorm(), expected.affinitySquaredNorm());
        assertClose(actual.interestSquaredNorm(), expected.interestSquaredNorm());
    }

    private static void assertSameCell(@Nullable Cell actual, Cell expected) {
        if (actual == null) {
            throw new AssertionError("a cell is missing");
        }
        assertThat(actual.touchedMs()).isEqualTo(expected.touchedMs());
        assertThat(actual.types()).isEqualTo(expected.types());
        assertClose(actual.affinity(), expected.affinity());
        assertClose(actual.interest(), expected.interest());
    }

    private static void assertClose(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, within(1e-9 * Math.abs(expected)));
    }

    @Test
    void loadsAnEmptyVectorForAnUnknownUser() {
        learn(click("somebody", "tea", START_MS));

        UserVector vector = store().load("nobody");

        assertThat(vector.size()).isZero();
        assertThat(vector.version()).isZero();
        assertThat(vector.interestNorm()).isZero();
    }

    @RandomTest
    void loadsTheLiveVectorAfterAnyStream(RandomGenerator random) {
        List<Interaction> events = Streams.random(random, 500, 5, 30);

        events.forEach(this::learn);

        live(events, dictionary).forEach((user, vector) -> assertSame(store().load(user), vector, dictionary));
    }

    @RandomTest
    void remembersTheLastEvents(RandomGenerator random) {
        List<Interaction> events = Streams.random(random, 20, 1, 5);

        events.forEach(this::learn);

        assertThat(store().load("user-0").remembers("event-19")).isTrue();
        assertThat(store().load("user-0").remembers("event-16")).isFalse(); // the last 3 are remembered
    }

    @Test
    void removesAnEvictedCell() {
        IntStream.rangeClosed(0, SETTINGS.maxItems()).forEach(i -> learn(click("ann", "item-" + i, START_MS + i)));

        UserVector vector = store().load("ann");

        assertThat(vector.size()).isEqualTo(SETTINGS.maxItems());
        assertThat(cells(vector, dictionary)).doesNotContainKey("item-0");
    }

    @Test
    void evictsALateEventThatIsTheOldestAtOnce() {
        IntStream.range(0, SETTINGS.maxItems()).forEach(i -> learn(click("ann", "item-" + i, START_MS + i)));

        learn(click("ann", "late", START_MS - 1));

        assertThat(cells(store().load("ann"), dictionary)).doesNotContainKey("late");
        assertThat(store().load("ann").version()).isEqualTo(SETTINGS.maxItems() + 1L);
    }

    @Test
    void storesAnEvictedItemAgain() {
        IntStream.rangeClosed(0, SETTINGS.maxItems()).forEach(i -> learn(click("ann", "item-" + i, START_MS + i)));

        learn(click("ann", "item-0", START_MS + 100));

        // nothing is left of the first time
        assertThat(cells(store().load("ann"), dictionary))
                .hasEntrySatisfying(
                        "item-0", cell -> assertThat(cell.affinity()).isEqualTo(1));
    }

    @RandomTest
    void keepsMergedVectors(RandomGenerator random) {
        List<Interaction> events = Streams.random(random, 200, 2, 30);
        events.forEach(this::learn);
        Map<String, UserVector> live = live(events, dictionary);
        UserVector from = Objects.requireNonNull(live.get("user-0"));
        UserVector into = Objects.requireNonNull(live.get("user-1"));

        UserVector loaded = store().load("user-1");
        int[] changed = loaded.mergeFrom(VectorContent.of(store().load("user-0"), dictionary, 100), "merge");
        store().save("user-1", loaded, changed);
        store().remove("user-0");

        into.mergeFrom(VectorContent.of(from, dictionary, 100), "merge");
        assertSame(store().load("user-1"), into, dictionary);
        assertThat(store().load("user-0").version()).isZero();
        assertThat(store().load("user-0").size()).isZero();
    }

    @Test
    void removesAUserWithAllCells() {
        learn(click("ann", "tea", START_MS));
        learn(click("ann", "cup", START_MS + 1));
        learn(click("anna", "pot", START_MS));

        store().remove("ann");
        learn(click("ann", "mug", START_MS + 2));

        assertThat(cells(store().load("ann"), dictionary)).containsOnlyKeys("mug");
        assertThat(store().load("ann").version()).isEqualTo(1);
        assertThat(cells(store().load("anna"), dictionary)).containsOnlyKeys("pot");
    }

    @Test
    void ignoresTheRemovalOfAnUnknownUser() {
        store().remove("nobody");

        assertThat(store().load("nobody").version()).isZero();
    }

    @Test
    void separatesUsersWhoseIdsArePrefixesOfOneAnother() {
        learn(click("a", "bc", START_MS));
        learn(click("ab", "c", START_MS));
        learn(click("abc", "d", START_MS));

        assertThat(cells(store().load("a"), dictionary)).containsOnlyKeys("bc");
        assertThat(cells(store().load("ab"), dictionary)).containsOnlyKeys("c");
        assertThat(cells(store().load("abc"), dictionary)).containsOnlyKeys("d");
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "ann@example.com/ü?", "猫😀", "\uffff", "a b\u00a0c", "日本語日本語日本語日本語日本語"})
    void acceptsAnyValidId(String id) {
        learn(click(id, id, START_MS));
        learn(click(id + id, "other", START_MS));

        assertThat(cells(store().load(id), dictionary)).containsOnlyKeys(id);
    }
}
