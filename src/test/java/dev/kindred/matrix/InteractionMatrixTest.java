package dev.kindred.matrix;

import static dev.kindred.testing.Streams.START_MS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.math.Decay;
import dev.kindred.model.Affinity;
import dev.kindred.model.CellKey;
import dev.kindred.model.InteractionType;
import dev.kindred.model.ItemDictionary;
import dev.kindred.model.UserKey;
import dev.kindred.testing.Copies;
import dev.kindred.testing.Copies.RowCopy;
import dev.kindred.testing.RandomTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class InteractionMatrixTest {

    private static final Decay MONTH = Decay.ofHalfLife(Duration.ofDays(30));
    private static final Decay HOUR = Decay.ofHalfLife(Duration.ofHours(1));
    private static final MatrixSettings UNCAPPED = new MatrixSettings(1000, 1000, MONTH, MONTH);

    private final ItemDictionary items = new ItemDictionary();

    private InteractionMatrix matrix(MatrixSettings settings) {
        return new InteractionMatrix(settings, items, 1);
    }

    private static Affinity touched(double affinity, long touchedMs) {
        return new Affinity(affinity, touchedMs, 1);
    }

    /** A log in which the touch times of each cell only grow, as in a vector. */
    private static List<Map.Entry<CellKey, Affinity>> log(RandomGenerator random, int count, int users, int items) {
        List<Map.Entry<CellKey, Affinity>> log = new ArrayList<>();
        long timeMs = START_MS;
        for (int i = 0; i < count; i++) {
            timeMs += random.nextLong(3_600_000);
            CellKey key = new CellKey("user-" + random.nextInt(users), "item-" + random.nextInt(items));
            log.add(Map.entry(key, touched(random.nextInt(1, 10), timeMs)));
        }
        return log;
    }

    private static List<Map.Entry<CellKey, Affinity>> latestOf(List<Map.Entry<CellKey, Affinity>> log) {
        Map<CellKey, Affinity> latest = new LinkedHashMap<>();
        log.forEach(cell -> latest.put(cell.getKey(), cell.getValue()));
        return new ArrayList<>(latest.entrySet());
    }

    private static void applyAll(InteractionMatrix matrix, List<Map.Entry<CellKey, Affinity>> log) {
        log.forEach(cell -> matrix.apply(cell.getKey(), cell.getValue()));
    }

    /** The content that readers can see, with slots and item numbers replaced by keys and ids. */
    private Map<String, Object> content(InteractionMatrix matrix) {
        MatrixView view = matrix.view();
        Map<String, Object> content = new TreeMap<>();
        for (int item = 0; item < items.size(); item++) {
            ColumnBuffer column = Copies.column(view, item);
            List<String> audience = IntStream.range(0, column.size())
                    .mapToObj(i -> Copies.row(view, column.slot(i)).userKey() + ":"
                            + weight(view, Copies.weight(view, column, i)))
                    .toList();
            content.put("column " + items.idOf(item), audience);
            content.put("popularity " + items.idOf(item), (float) view.popularity(item, START_MS));
            content.put("rarity " + items.idOf(item), (float) view.inverseUserFrequency(item));
        }
        for (int slot = 0; slot < view.slots(); slot++) {
            RowCopy row = Copies.row(view, slot);
            if (row.size() > 0) {
                content.put("row " + row.userKey(), rowOf(view, row));
            }
        }
        content.put("popular", ids(view.popular()));
        content.put("trending", ids(view.trending()));
        return content;
    }

    private List<String> ids(int[] numbers) {
        return IntStream.of(numbers).mapToObj(items::idOf).toList();
    }

    private Map<String, String> rowOf(MatrixView view, RowCopy row) {
        Map<String, String> cells = new TreeMap<>();
        for (int i = 0; i < row.size(); i++) {
            cells.put(items.idOf(row.item(i)), weight(view, row.weight(i)) + " touched as number " + row.rank(i));
        }
        return cells;
    }

    private static String weight(MatrixView view, float weight) {
        return String.format("%.5e", weight * view.unitAt(START_MS, 0));
    }

    @RandomTest
    void dependsOnTheLatestCellsInAnyOrder(RandomGenerator random) {
        List<Map.Entry<CellKey, Affinity>> log = log(random, 3000, 60, 20);
        MatrixSettings capped = new MatrixSettings(5, 10, MONTH, MONTH);
        InteractionMatrix asItCame = matrix(capped);
        applyAll(asItCame, log);

        List<Map.Entry<CellKey, Affinity>> latest = latestOf(log);
        Collections.shuffle(latest, new Random(random.nextLong()));
        InteractionMatrix inAnyOrder = matrix(capped);
        applyAll(inAnyOrder, latest);

        assertThat(content(inAnyOrder)).isEqualTo(content(asItCame));
        assertThat(inAnyOrder.cells()).isEqualTo(asItCame.cells());
        assertThat(inAnyOrder.users()).isEqualTo(asItCame.users());
    }

    @RandomTest
    void ranksTheCellsOfARowByTheSecondOfTheirTouch(RandomGenerator random) {
        List<Map.Entry<CellKey, Affinity>> log = log(random, 2000, 20, 50);
        InteractionMatrix matrix = matrix(new MatrixSettings(100, 100, MONTH, MONTH));

        applyAll(matrix, log);

        Map<Long, Map<String, Long>> touched = new HashMap<>(); // in seconds, by user and item
        latestOf(log)
                .forEach(
                        cell -> touched.computeIfAbsent(UserKey.of(cell.getKey().userId()), u -> new HashMap<>())
                                .put(cell.getKey().itemId(), cell.getValue().touchedMs() / 1000));
        touched.forEach((user, seconds) -> {
            RowCopy row = Copies.rowOf(matrix.view(), user);
            for (int i = 0; i < row.size(); i++) {
                long own = seconds.getOrDefault(items.idOf(row.item(i)), -1L);
                assertThat(row.rank(i)).isEqualTo((int) seconds.values().stream()
                        .filter(s -> s < own)
                        .distinct()
                        .count());
            }
        });
    }

    @Test
    void countsTheUsersOfAnItemBeyondItsAudience() {
        InteractionMatrix matrix = matrix(new MatrixSettings(2, 10, MONTH, MONTH));
        for (int i = 0; i < 6; i++) {
            matrix.apply(new CellKey("user-" + i, "bestseller"), new Affinity(1, START_MS, 1));
        }
        matrix.apply(new CellKey("user-0", "rarity"), new Affinity(1, START_MS, 1));

        matrix.remove(new CellKey("user-5", "bestseller"));

        // five users are left, all of them with the bestseller
        MatrixView view = matrix.view();
        assertThat(view.inverseUserFrequency(items.numberOf("bestseller"))).isEqualTo(Math.log1p(1));
        assertThat(view.inverseUserFrequency(items.numberOf("rarity"))).isEqualTo(Math.log1p(5));
        assertThat(view.inverseUserFrequency(items.numberOf("unknown"))).isEqualTo(Math.log1p(5));
    }

    @RandomTest
    void keepsTheMostRecentUsersOfEachItem(RandomGenerator random) {
        List<Map.Entry<CellKey, Affinity>> log = log(random, 2000, 50, 10);
        InteractionMatrix matrix = matrix(new MatrixSettings(5, 10, MONTH, MONTH));

        applyAll(matrix, log);

        MatrixView view = matrix.view();
        for (int item = 0; item < items.size(); item++) {
            ColumnBuffer column = Copies.column(view, item);
            List<Long> audience = IntStream.range(0, column.size())
                    .mapToObj(i -> Copies.row(view, column.slot(i)).userKey())
                    .toList();
            assertThat(audience).isEqualTo(mostRecent(latestOf(log), items.idOf(item), 5));
        }
    }

    private static List<Long> mostRecent(List<Map.Entry<CellKey, Affinity>> cells, String itemId, int count) {
        List<Long> users = cells.stream()
                .filter(cell -> cell.getKey().itemId().equals(itemId))
                .sorted(Comparator.<Map.Entry<CellKey, Affinity>>comparingLong(
                                cell -> cell.getValue().touchedMs() / 1000)
                        .thenComparingLong(cell -> UserKey.of(cell.getKey().userId())))
                .map(cell -> UserKey.of(cell.getKey().userId()))
                .toList();
        return users.subList(Math.max(0, users.size() - count), users.size());
    }

    @RandomTest
    void removesCellsWithoutATrace(RandomGenerator random) {
        List<Map.Entry<CellKey, Affinity>> log = log(random, 1000, 30, 20);
        InteractionMatrix matrix = matrix(UNCAPPED);
        applyAll(matrix, log);

        latestOf(log).stream()
                .map(Map.Entry::getKey)
                .filter(key -> key.userId().endsWith("7"))
                .forEach(matrix::remove);

        InteractionMatrix neverSeen = matrix(UNCAPPED);
        applyAll(
                neverSeen,
                log.stream()
                        .filter(cell -> !cell.getKey().userId().endsWith("7"))
                        .toList());
        assertThat(content(matrix)).isEqualTo(content(neverSeen));
        assertThat(matrix.users()).isEqualTo(neverSeen.users());
    }

    @RandomTest
    void isNotChangedByApplyingACellAgain(RandomGenerator random) {
        List<Map.Entry<CellKey, Affinity>> log = latestOf(log(random, 500, 30, 20));
        InteractionMatrix once = matrix(UNCAPPED);
        applyAll(once, log);
        InteractionMatrix twice = matrix(UNCAPPED);

        applyAll(twice, log);
        applyAll(twice, log.subList(log.size() / 2, log.size()));

        assertThat(content(twice)).isEqualTo(content(once));
    }

    @RandomTest
    void keepsTheProportionsOfWeightsOverThousandsOfHalfLives(RandomGenerator random) {
        InteractionMatrix matrix = matrix(new MatrixSettings(1000, 1000, HOUR, HOUR));
        List<Map.Entry<CellKey, Affinity>> log = log(random, 20_000, 20, 5);

        applyAll(matrix, log);

        MatrixView view = matrix.view();
        long endMs = log.get(log.size() - 1).getValue().touchedMs();
        for (Map.Entry<CellKey, Affinity> cell : latestOf(log)) {
            double expected = cell.getValue().affinity()
                    * HOUR.factor(endMs - cell.getValue().touchedMs());
            int item = items.numberOf(cell.getKey().itemId());
            assertThat(weightOf(view, UserKey.of(cell.getKey().userId()), item) * view.unitAt(endMs, 0))
                    .isCloseTo(expected, within(1e-6 * (expected + 1e-6)));
        }
    }

    private static double weightOf(MatrixView view, long key, int item) {
        RowCopy row = Copies.rowOf(view, key);
        return row.weight(row.find(item));
    }

    @Test
    void beginsAnEpochWithoutChangesWhenSequenceNumbersEnd() {
        InteractionMatrix matrix = new InteractionMatrix(UNCAPPED, items, 7, 3);
        for (int i = 0; i < 3; i++) {
            matrix.apply(new CellKey("user-" + i, "a"), touched(1, START_MS));
        }
        assertThat(matrix.view().epoch()).isEqualTo(7);
        assertThat(matrix.view().changes(items.numberOf("a"), 0)).isEqualTo(3);

        matrix.apply(new CellKey("user-3", "a"), touched(1, START_MS));

        assertThat(matrix.view().epoch()).isEqualTo(8);
        assertThat(matrix.view().sequence()).isEqualTo(1);
        assertThat(matrix.view().audience(items.numberOf("a"))).isEqualTo(4);
        assertThat(matrix.view().changes(items.numberOf("a"), 0)).isEqualTo(1); // of the fourth user alone
    }

    @Test
    void reusesTheSlotOfARemovedUser() {
        InteractionMatrix matrix = matrix(UNCAPPED);
        matrix.apply(new CellKey("first", "a"), touched(1, START_MS));
        long before = matrix.view().sequence();

        matrix.remove(new CellKey("first", "a"));
        matrix.apply(new CellKey("second", "b"), touched(1, START_MS));

        MatrixView view = matrix.view();
        assertThat(Copies.row(view, 0).userKey()).isEqualTo(UserKey.of("second"));
        assertThat(view.removedAt(0)).isGreaterThan(before);
    }

    @Nested
    class Popularity {

        @Test
        void countsDistinctUsersWithDecay() {
            InteractionMatrix matrix = matrix(UNCAPPED);
            long monthLaterMs = START_MS + Duration.ofDays(30).toMillis();

            matrix.apply(new CellKey("u", "a"), touched(1, START_MS));
            matrix.apply(new CellKey("v", "a"), touched(1, START_MS));
            matrix.apply(new CellKey("v", "a"), touched(9, monthLaterMs));

            // u has decayed to a half, v is new; the number of v's events does not count
            int item = items.numberOf("a");
            assertThat(matrix.view().popularity(item, monthLaterMs)).isCloseTo(1.5, within(1e-6));
        }

        @RandomTest
        void listsItemsByCountThenId(RandomGenerator random) {
            InteractionMatrix matrix = matrix(new MatrixSettings(50, 50, Decay.NONE, Decay.NONE));
            List<Map.Entry<CellKey, Affinity>> log = log(random, 5000, 40, 800);

            applyAll(matrix, log);
            log.stream().limit(1000).map(Map.Entry::getKey).forEach(matrix::remove);

            List<String> expected = IntStream.range(0, items.size())
                    .filter(item -> matrix.view().audience(item) > 0)
                    .boxed()
                    .sorted(Comparator.<Integer>comparingInt(
                                    item -> -matrix.view().audience(item))
                            .thenComparing(items::idOf))
                    .limit(500)
                    .map(items::idOf)
                    .toList();
            assertThat(ids(matrix.view().popular())).isEqualTo(expected);
        }
    }

    @Nested
    class Trending {

        private static final int CAPACITY = 10;
        private static final double NEARLY_DECAYED = 1e-6; // of a user

        /** The slow twin, from the latest cells alone. */
        private Map<String, Double> counted(List<Map.Entry<CellKey, Affinity>> latest, long asOfMs) {
            Map<String, Double> counts = new TreeMap<>();
            for (Map.Entry<CellKey, Affinity> cell : latest) {
                String item = cell.getKey().itemId();
                long user = UserKey.of(cell.getKey().userId());
                boolean isCounted = mostRecent(latest, item, CAPACITY).contains(user)
                        && !InteractionType.DISLIKE.isIn(cell.getValue().types());
                long touchedMs = cell.getValue().touchedMs() / 1000 * 1000;
                counts.merge(item, isCounted ? HOUR.factor(asOfMs - touchedMs) : 0, Double::sum);
            }
            return counts;
        }

        private static List<Map.Entry<CellKey, Affinity>> withDislikes(
                List<Map.Entry<CellKey, Affinity>> log, RandomGenerator random) {
            return log.stream()
                    .map(cell -> {
                        InteractionType type = random.nextInt(4) == 0 ? InteractionType.DISLIKE : InteractionType.CLICK;
                        long touchedMs = cell.getValue().touchedMs();
                        return Map.entry(cell.getKey(), new Affinity(1, touchedMs, type.bit()));
                    })
                    .toList();
        }

        /** Over two thousand half-lives, so that the landmark moves many times. */
        @RandomTest
        void equalsTheSlowTwinInAnyOrderOfCells(RandomGenerator random) {
            List<Map.Entry<CellKey, Affinity>> log = withDislikes(log(random, 5000, 40, 30), random);
            List<Map.Entry<CellKey, Affinity>> latest = latestOf(log);
            Collections.shuffle(latest, new Random(random.nextLong()));
            InteractionMatrix asItCame = matrix(new MatrixSettings(5, CAPACITY, MONTH, MONTH, HOUR));
            InteractionMatrix inAnyOrder = matrix(new MatrixSettings(5, CAPACITY, MONTH, MONTH, HOUR));

            applyAll(asItCame, log);
            applyAll(inAnyOrder, latest);

            long newestMs = log.get(log.size() - 1).getValue().touchedMs();
            Map<String, Double> expected = counted(latest, newestMs);
            List<String> order = expected.entrySet().stream()
                    .filter(counted -> counted.getValue() > NEARLY_DECAYED)
                    .sorted(Comparator.<Map.Entry<String, Double>>comparingDouble(
                                    counted -> -counted.getValue().floatValue())
                            .thenComparing(Map.Entry::getKey))
                    .map(Map.Entry::getKey)
                    .toList();
            for (InteractionMatrix matrix : List.of(asItCame, inAnyOrder)) {
                MatrixView view = matrix.view();
                expected.forEach((item, count) ->
                        assertThat(view.trend(items.numberOf(item), newestMs)).isCloseTo(count, within(1e-9)));
                assertThat(ids(view.trending())).startsWith(order.toArray(new String[0]));
            }
        }

        @Test
        void listsATrendingItemBeforeItIsPopular() {
            InteractionMatrix matrix = matrix(new MatrixSettings(100, 100, MONTH, MONTH, HOUR));
            for (int i = 0; i < 5; i++) {
                matrix.apply(new CellKey("user-" + i, "classic"), touched(1, START_MS));
            }

            long threeHoursLaterMs = START_MS + Duration.ofHours(3).toMillis();
            matrix.apply(new CellKey("user-9", "newcomer"), touched(1, threeHoursLaterMs));

            // five users are 5/8 after three half-lives, and almost five by the month
            assertThat(ids(matrix.view().trending())).containsExactly("newcomer", "classic");
            assertThat(ids(matrix.view().popular())).containsExactly("classic", "newcomer");
        }
    }

    @Test
    void showsReadersWholeRowsWhileItIsWritten() throws InterruptedException {
        InteractionMatrix matrix = matrix(new MatrixSettings(20, 30, HOUR, HOUR));
        Thread writer = new Thread(() -> applyAll(matrix, log(new Random(1), 100_000, 300, 50)));
        writer.start();

        long reads = 0;
        while (writer.isAlive() || reads == 0) {
            MatrixView view = matrix.view();
            for (int item = 0; item < Math.min(50, view.items()); item++) {
                ColumnBuffer column = Copies.column(view, item);
                for (int i = 0; i < column.size(); i++) {
                    assertThat(column.weight(i)).isFinite();
                    RowCopy row = Copies.row(view, column.slot(i));
                    assertThat(IntStream.range(0, row.size()).map(row::item)).doesNotHaveDuplicates();
                }
            }
            reads++;
        }
        writer.join();
    }
}
