package dev.kindred.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.math.Decay;
import dev.kindred.matrix.InteractionMatrix;
import dev.kindred.matrix.MatrixSettings;
import dev.kindred.model.Affinity;
import dev.kindred.model.CellKey;
import dev.kindred.model.InteractionType;
import dev.kindred.model.ItemDictionary;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class MatrixUpdaterTest {

    private final ItemDictionary items = new ItemDictionary();
    private final InteractionMatrix matrix =
            new InteractionMatrix(new MatrixSettings(10, 10, Decay.NONE, Decay.NONE), items, 1);
    private final MatrixUpdater updater = new MatrixUpdater(matrix);

    private void process(String user, String item, @Nullable Double affinity) {
        Affinity value = affinity == null ? null : new Affinity(affinity, 1000, InteractionType.CLICK.bit());
        updater.process(new Record<>(new CellKey(user, item), value, 1000));
    }

    private float weightOf(String item, int index) {
        return matrix.view().column(items.numberOf(item)).weight(index);
    }

    @Test
    void appliesACell() {
        process("ann", "tea", 2.0);

        assertThat(matrix.cells()).isEqualTo(1);
        assertThat(weightOf("tea", 0)).isEqualTo(2);
    }

    @Test
    void replacesACellByItsLaterState() {
        process("ann", "tea", 2.0);

        process("ann", "tea", 3.0);

        assertThat(matrix.cells()).isEqualTo(1);
        assertThat(weightOf("tea", 0)).isEqualTo(3);
    }

    @Test
    void takesBackACellOnATombstone() {
        process("ann", "tea", 2.0);
        process("ann", "cup", 2.0);

        process("ann", "tea", null);

        assertThat(matrix.cells()).isEqualTo(1);
        assertThat(matrix.view().column(items.numberOf("tea")).size()).isZero();
    }

    @Test
    void ignoresATombstoneOfAnUnknownCell() {
        process("ann", "tea", null);

        assertThat(matrix.cells()).isZero();
        assertThat(matrix.users()).isZero();
    }
}
