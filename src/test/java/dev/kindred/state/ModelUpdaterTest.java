package dev.kindred.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.math.Decay;
import dev.kindred.matrix.InteractionMatrix;
import dev.kindred.matrix.MatrixSettings;
import dev.kindred.model.Affinity;
import dev.kindred.model.CellKey;
import dev.kindred.model.InteractionType;
import dev.kindred.model.ItemDictionary;
import dev.kindred.testing.Copies;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ModelUpdaterTest {

    private final ItemDictionary items = new ItemDictionary();
    private final InteractionMatrix matrix =
            new InteractionMatrix(new MatrixSettings(10, 10, Decay.NONE, Decay.NONE), items, 1);
    private final ModelUpdater<CellKey, Affinity> updater = new ModelUpdater<>(
            matrix::apply,
            matrix::remove,
            (key, value) -> value.affinity() > 100 ? Optional.of("it is too much") : Optional.empty());

    private void process(String user, String item, @Nullable Double affinity) {
        Affinity value = affinity == null ? null : new Affinity(affinity, 1000, InteractionType.CLICK.bit());
        updater.process(new Record<>(new CellKey(user, item), value, 1000));
    }

    private float weightOf(String item, int index) {
        return Copies.weight(matrix.view(), Copies.column(matrix.view(), items.numberOf(item)), index);
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
    void removesACellOnATombstone() {
        process("ann", "tea", 2.0);
        process("ann", "cup", 2.0);

        process("ann", "tea", null);

        assertThat(matrix.cells()).isEqualTo(1);
        assertThat(matrix.view().audience(items.numberOf("tea"))).isZero();
    }

    @Test
    void ignoresATombstoneOfAnUnknownCell() {
        process("ann", "tea", null);

        assertThat(matrix.cells()).isZero();
        assertThat(matrix.users()).isZero();
    }

    @Test
    void skipsAValueThatBreaksARule() {
        process("ann", "tea", 2.0);

        process("ann", "tea", 101.0);

        assertThat(weightOf("tea", 0)).isEqualTo(2);
    }

    @Test
    void skipsARecordWithoutAKey() {
        updater.process(new Record<>(null, new Affinity(1, 1000, InteractionType.CLICK.bit()), 1000));
        updater.process(new Record<>(null, null, 1000));

        assertThat(matrix.cells()).isZero();
    }
}
