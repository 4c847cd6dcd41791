package dev.kindred.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.math.Decay;
import dev.kindred.matrix.InteractionMatrix;
import dev.kindred.matrix.MatrixBounds;
import dev.kindred.matrix.MatrixSettings;
import dev.kindred.model.Affinity;
import dev.kindred.model.CellKey;
import dev.kindred.model.ItemDictionary;
import org.junit.jupiter.api.Test;

final class FillWarningTest {

    private final InteractionMatrix matrix = new InteractionMatrix(
            new MatrixSettings(10, 10, Decay.NONE, Decay.NONE, Decay.NONE, new MatrixBounds(10, 1000, false)),
            new ItemDictionary(),
            1);
    private final FillWarning warning = new FillWarning(matrix);

    private void setUsers(int users) {
        for (int user = 0; user < 10; user++) {
            CellKey cell = new CellKey("user-" + user, "tea");
            if (user < users) {
                matrix.apply(cell, new Affinity(1, 1000, 1));
            } else {
                matrix.remove(cell);
            }
        }
    }

    @Test
    void warnsOnceUntilThereWasRoom() {
        setUsers(7);
        assertThat(warning.check()).isFalse();
        setUsers(8);
        assertThat(warning.check()).isTrue();
        assertThat(warning.check()).isFalse();
        setUsers(7);
        assertThat(warning.check()).isFalse();
        setUsers(8);
        assertThat(warning.check()).isTrue();
    }
}
