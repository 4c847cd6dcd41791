package dev.kindred.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.math.Decay;
import dev.kindred.model.Affinity;
import dev.kindred.model.CellKey;
import dev.kindred.model.ItemDictionary;
import dev.kindred.testing.RandomTest;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Changes that are loaded give the matrix that the same changes give one by one. */
final class MatrixLoadTest {

    private static final Decay DAY = Decay.ofHalfLife(Duration.ofDays(1));

    private final ItemDictionary items = new ItemDictionary();

    private static void apply(List<MatrixSnapshotTest.Change> changes, InteractionMatrix matrix) {
        changes.forEach(change -> change.applyTo(matrix));
    }

    @RandomTest
    void givesTheMatrixOfSingleChangesWhileCellsComeAndGo(RandomGenerator random) {
        checkLaw(random, 1000, true);
    }

    @RandomTest
    void givesTheMatrixOfSingleChangesWhileColumnsAreFull(RandomGenerator random) {
        checkLaw(random, 12, false);
    }

    private void checkLaw(RandomGenerator random, int columnCapacity, boolean removes) {
        List<MatrixSnapshotTest.Change> changes = MatrixSnapshotTest.changes(random, 2_000, removes);
        InteractionMatrix changed = MatrixSnapshotTest.matrix(columnCapacity, items);
        InteractionMatrix loaded = MatrixSnapshotTest.matrix(columnCapacity, items);
        int first = random.nextInt(changes.size());
        int second = first + random.nextInt(changes.size() - first);

        apply(changes, changed);
        apply(changes.subList(0, first), loaded); // a matrix may have been changed before, and changes go on after
        loaded.load(() -> apply(changes.subList(first, second), loaded));
        apply(changes.subList(second, changes.size()), loaded);

        MatrixSnapshotTest.assertSame(loaded, items, changed, items);
        assertThat(loaded.popularity().top()).isEqualTo(changed.popularity().top());
    }

    @RandomTest
    void givesTheMatrixOfKeysWhenGroupsOfCellsAreExpectedByTheirAddresses(RandomGenerator random) {
        List<MatrixSnapshotTest.Change> changes = MatrixSnapshotTest.changes(random, 2_000, true);
        InteractionMatrix changed = MatrixSnapshotTest.matrix(1000, items);
        ItemDictionary others = new ItemDictionary();
        InteractionMatrix loaded = MatrixSnapshotTest.matrix(1000, others);

        apply(changes, changed);
        loaded.load(() -> {
            for (int from = 0; from < changes.size(); ) {
                int to = Math.min(changes.size(), from + random.nextInt(200));
                applyAsExpected(changes.subList(from, to), loaded, others);
                from = to;
            }
        });

        MatrixSnapshotTest.assertSame(loaded, others, changed, items);
    }

    /** All addresses are made first: then many items have no number, and later cells of the group give them one. */
    private static void applyAsExpected(
            List<MatrixSnapshotTest.Change> group, InteractionMatrix matrix, ItemDictionary dictionary) {
        List<CellAddress> cells = group.stream()
                .map(change -> CellAddress.fromBytes(change.key().toBytes(), dictionary))
                .toList();
        matrix.expect(cells);
        for (int i = 0; i < cells.size(); i++) {
            CellAddress cell = cells.get(i);
            group.get(i).cell().ifPresentOrElse(affinity -> matrix.apply(cell, affinity), () -> matrix.remove(cell));
        }
    }

    @Test
    void makesRowsThatReadersKeptNewToThem() {
        InteractionMatrix matrix = MatrixSnapshotTest.matrix(12, items);
        matrix.apply(new CellKey("u", "i"), new Affinity(1, 1, 1));
        long epoch = matrix.view().epoch();

        matrix.load(() -> matrix.apply(new CellKey("v", "i"), new Affinity(1, 2, 1)));

        assertThat(matrix.view().epoch()).isNotEqualTo(epoch);
    }

    @Test
    void boundsTheCellsOfAPopularItemAlsoWhileItLoads() {
        InteractionMatrix matrix = MatrixSnapshotTest.matrix(12, items);
        int[] most = {0};

        matrix.load(() -> {
            for (int i = 0; i < 200_000; i++) {
                matrix.apply(new CellKey("user-" + i, "popular"), new Affinity(1, i * 1000L, 1));
                most[0] = Math.max(most[0], matrix.cells());
            }
        });

        assertThat(most[0]).isBetween(80_000, 100_000); // a quarter and 65,536 more than it keeps
        assertThat(matrix.cells()).isEqualTo(12);
        assertThat(matrix.users()).isEqualTo(12);
    }

    @Test
    void evictsWhatIsBeyondTheBoundsWhileItLoads() {
        MatrixBounds bounds = new MatrixBounds(1_000, 100, false);
        InteractionMatrix matrix = new InteractionMatrix(new MatrixSettings(8, 12, DAY, DAY, DAY, bounds), items, 1);

        matrix.load(() -> {
            for (int i = 0; i < 20_000; i++) {
                matrix.apply(new CellKey("user-" + i, "item-" + i / 100), new Affinity(1, i * 1000L, 1));
                assertThat(matrix.users()).isLessThanOrEqualTo(1_000);
                assertThat(matrix.items()).isLessThanOrEqualTo(100);
            }
        });

        assertThat(matrix.items()).isPositive();
        assertThat(matrix.view().users(items.find("item-199"))).isEqualTo(12);
    }
}
