package dev.kindred.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.math.Decay;
import dev.kindred.model.Affinity;
import dev.kindred.model.CellKey;
import dev.kindred.model.ItemDictionary;
import dev.kindred.testing.Copies;
import dev.kindred.testing.RandomTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** A snapshot and the changes since its start give the matrix that all changes give. */
final class MatrixSnapshotTest {

    private static final Decay DAY = Decay.ofHalfLife(Duration.ofDays(1));

    record Change(CellKey key, Optional<Affinity> cell) {

        void applyTo(InteractionMatrix matrix) {
            cell.ifPresentOrElse(present -> matrix.apply(key, present), () -> matrix.remove(key));
        }
    }

    static InteractionMatrix matrix(int columnCapacity, ItemDictionary dictionary) {
        return new InteractionMatrix(new MatrixSettings(8, columnCapacity, DAY, DAY), dictionary, 1);
    }

    /** Touch times of a cell never fall, as in the topic; many are equal. */
    static List<Change> changes(RandomGenerator random, int count, boolean removes) {
        List<Change> changes = new ArrayList<>();
        Map<CellKey, Long> touches = new HashMap<>();
        for (int i = 0; i < count; i++) {
            CellKey key = new CellKey("user-" + random.nextInt(60), "item-" + random.nextInt(50 + i / 40));
            long touchedMs = Math.max(touches.getOrDefault(key, 0L), (i / 10 + random.nextInt(100)) * 600_000L);
            touches.put(key, touchedMs);
            changes.add(new Change(
                    key,
                    removes && random.nextInt(5) == 0
                            ? Optional.empty()
                            : Optional.of(new Affinity(random.nextDouble() - 0.2, touchedMs, 1 << random.nextInt(6)))));
        }
        return changes;
    }

    @RandomTest
    void losesNothingWhileCellsComeAndGo(RandomGenerator random) throws IOException {
        checkLaw(random, 1000, true);
    }

    @RandomTest
    void losesNothingWhileColumnsAreFull(RandomGenerator random) throws IOException {
        checkLaw(random, 12, false);
    }

    private static void checkLaw(RandomGenerator random, int columnCapacity, boolean removes) throws IOException {
        ItemDictionary dictionary = new ItemDictionary();
        InteractionMatrix original = matrix(columnCapacity, dictionary);
        List<Change> changes = changes(random, 2_000, removes);
        int start = random.nextInt(changes.size());
        changes.subList(0, start).forEach(change -> change.applyTo(original));
        int[] next = {start};
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        MatrixSnapshot.write(original, new DataOutputStream(bytes), written -> {
            for (int i = random.nextInt(10); i > 0 && next[0] < changes.size(); i--) {
                changes.get(next[0]++).applyTo(original); // the writer is at work between two rows
            }
        });
        changes.subList(next[0], changes.size()).forEach(change -> change.applyTo(original));

        ItemDictionary other = new ItemDictionary();
        other.numberOf("item-7"); // numbers differ from process to process
        other.numberOf("of the catalog");
        InteractionMatrix read = matrix(columnCapacity, other);
        MatrixSnapshot.read(read, new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())), bytesRead -> {});
        changes.subList(start, changes.size()).forEach(change -> change.applyTo(read));

        assertSame(read, other, original, dictionary);
    }

    static void assertSame(
            InteractionMatrix read, ItemDictionary readItems, InteractionMatrix original, ItemDictionary items) {
        assertThat(cells(read, readItems)).isEqualTo(cells(original, items));
        assertThat(read.users()).isEqualTo(original.users());
        assertThat(read.items()).isEqualTo(original.items());
        assertThat(read.cells()).isEqualTo(original.cells());
        MatrixView view = read.view();
        MatrixView originalView = original.view();
        long nowMs = originalView.unitAt(0, 0) == 0 ? 0 : 1_000_000_000L;
        for (int item = 0; item < items.size(); item++) {
            int same = readItems.numberOf(items.idOf(item));
            assertThat(audience(read, same)).isEqualTo(audience(original, item));
            assertThat(view.users(same)).isEqualTo(originalView.users(item));
            assertThat(view.popularity(same, nowMs)).isCloseTo(originalView.popularity(item, nowMs), within(1e-9));
            assertThat(view.trend(same, nowMs)).isCloseTo(originalView.trend(item, nowMs), within(1e-9));
        }
        assertThat(view.unitAt(nowMs, 0)).isEqualTo(originalView.unitAt(nowMs, 0));
    }

    /** Weights free of the unit of their row, times and types, by user and item. */
    private static Map<String, List<Double>> cells(InteractionMatrix matrix, ItemDictionary items) {
        Map<String, List<Double>> cells = new TreeMap<>();
        RowCopy row = new RowCopy();
        for (int slot = 0; slot < matrix.slotBound(); slot++) {
            matrix.rows().copy(slot, row);
            for (int i = 0; i < row.size; i++) {
                double weight = row.weights[i] * Math.pow(2, row.unit - 30);
                cells.put(row.key + " " + items.idOf(row.items[i]), List.of(weight, (double) row.touchedS[i], (double)
                        row.types[i]));
            }
        }
        return cells;
    }

    private static List<String> audience(InteractionMatrix matrix, int item) {
        ColumnBuffer column = Copies.column(matrix.view(), item);
        List<String> users = new ArrayList<>();
        for (int i = 0; i < column.size(); i++) {
            int slot = column.slot(i);
            users.add(matrix.rows().key(slot) + " "
                    + column.weight(i) * Math.pow(2, matrix.rows().unit(slot) - 30));
        }
        return users;
    }
}
