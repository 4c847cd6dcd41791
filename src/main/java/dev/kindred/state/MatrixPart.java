package dev.kindred.state;

import dev.kindred.matrix.CellAddress;
import dev.kindred.matrix.InteractionMatrix;
import dev.kindred.model.Affinity;
import java.util.List;
import java.util.Optional;

/** The matrix as a part of the model. */
public record MatrixPart(InteractionMatrix matrix) implements ModelUpdater.Part<CellAddress, Affinity> {

    @Override
    public void expect(List<CellAddress> cells) {
        matrix.expect(cells);
    }

    @Override
    public void apply(CellAddress cell, Optional<Affinity> affinity, long timestampMs, int partition) {
        affinity.ifPresentOrElse(present -> matrix.apply(cell, present), () -> matrix.remove(cell));
    }
}
