package dev.kindred.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.math.Decay;
import dev.kindred.model.Affinity;
import dev.kindred.model.CellKey;
import dev.kindred.model.ItemDictionary;
import dev.kindred.model.UserKey;
import dev.kindred.testing.Copies;
import dev.kindred.testing.RandomTest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway")
final class MatrixBoundsTest {

    private static final int USERS = 40;
    private static final int ITEMS = 30;

    private final ItemDictionary dictionary = new ItemDictionary();
    private final Map<CellKey, Long> twin = new HashMap<>(); // touch times in seconds

    private InteractionMatrix matrix(int users, int items) {
        return new InteractionMatrix(
                new MatrixSettings(
                        100, 1000, Decay.NONE, Decay.NONE, Decay.NONE, new MatrixBounds(users, items, false)),
                dictionary,
                1);
    }

    private static Affinity touched(long second) {
        return new Affinity(1, second * 1000, 1);
    }

    @RandomTest
    void evictsTheUsersAndItemsWithFewestCellsAndTheOldestTouch(RandomGenerator random) {
        InteractionMatrix matrix = matrix(USERS, ITEMS);
        for (int step = 0; step < 3_000; step++) {
            CellKey key = new CellKey("user-" + random.nextInt(120), "item-" + random.nextInt(60));
            long second = Math.max(twin.getOrDefault(key, 0L), 1_000 + step / 4 - random.nextInt(50));

            matrix.apply(key, touched(second));
            twin.put(key, second);
            evict(CellKey::userId, USERS, Comparator.comparing(UserKey::of));
            evict(CellKey::itemId, ITEMS, Comparator.naturalOrder());

            assertThat(matrix.cells()).isEqualTo(twin.size());
        }

        MatrixView view = matrix.view();
        for (int item = 0; item < dictionary.size(); item++) {
            List<Long> expected = new ArrayList<>();
            for (CellKey key : twin.keySet()) {
                if (key.itemId().equals(dictionary.idOf(item))) {
                    expected.add(UserKey.of(key.userId()));
                }
            }
            ColumnBuffer column = Copies.column(view, item);
            List<Long> users = new ArrayList<>();
            for (int i = 0; i < column.size(); i++) {
                users.add(matrix.rows().key(column.slot(i)));
            }
            assertThat(users).containsExactlyInAnyOrderElementsOf(expected);
        }
        assertThat(matrix.users()).isBetween(USERS / 2, USERS);
        assertThat(matrix.items()).isBetween(ITEMS / 2, ITEMS);
        assertThat(matrix.fill()).isLessThanOrEqualTo(1);
    }

    private void evict(Function<CellKey, String> owner, int maximum, Comparator<String> ties) {
        Map<String, List<Long>> touches = new TreeMap<>();
        twin.forEach((key, second) -> touches.computeIfAbsent(owner.apply(key), id -> new ArrayList<>())
                .add(second));
        if (touches.size() <= maximum) {
            return;
        }
        List<String> weakestFirst = new ArrayList<>(touches.keySet());
        weakestFirst.sort(Comparator.comparing((String id) -> touches.get(id).size())
                .thenComparing(
                        id -> touches.get(id).stream().mapToLong(t -> t).max().orElseThrow())
                .thenComparing(ties));
        List<String> evicted = weakestFirst.subList(0, touches.size() - (maximum - maximum / 16));
        twin.keySet().removeIf(key -> evicted.contains(owner.apply(key)));
    }

    @Test
    void addsNoMoreIdsThanTwiceTheItems() {
        InteractionMatrix matrix = matrix(1000, 10);

        for (int i = 0; i < 100; i++) {
            matrix.apply(new CellKey("user-" + i, "item-" + i), touched(i));
        }

        assertThat(dictionary.size()).isEqualTo(20);
        assertThat(matrix.hasRoomFor("item-3")).isTrue();
        assertThat(matrix.hasRoomFor("item-99")).isFalse();
        assertThat(matrix.fill()).isEqualTo(1);
    }
}
