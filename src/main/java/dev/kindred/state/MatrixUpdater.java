package dev.kindred.state;

import dev.kindred.matrix.InteractionMatrix;
import dev.kindred.model.Affinity;
import dev.kindred.model.CellKey;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Applies the records of the affinities topic to the matrix, alike while restoring and while running. */
public final class MatrixUpdater implements Processor<CellKey, @Nullable Affinity, Void, Void> {

    private final InteractionMatrix matrix;

    /** The one writer of this matrix. */
    public MatrixUpdater(InteractionMatrix matrix) {
        this.matrix = matrix;
    }

    @Override
    public void process(Record<CellKey, @Nullable Affinity> cell) {
        Affinity affinity = cell.value();
        if (affinity == null) {
            matrix.remove(cell.key());
        } else {
            matrix.apply(cell.key(), affinity);
        }
    }
}
