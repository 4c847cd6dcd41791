package dev.kindred.metrics;

import dev.kindred.matrix.InteractionMatrix;
import io.micrometer.core.instrument.MeterRegistry;

/** The size of the matrix. It changes during reads, so values of one scrape may be slightly inconsistent. */
public final class MatrixMeters {

    private MatrixMeters() {}

    static void bind(MeterRegistry registry, InteractionMatrix matrix) {
        MeterName.MATRIX_USERS.gauge(registry, matrix, InteractionMatrix::users);
        MeterName.MATRIX_CELLS.gauge(registry, matrix, InteractionMatrix::cells);
        MeterName.MATRIX_ITEMS.gauge(registry, matrix, InteractionMatrix::items);
        MeterName.MATRIX_FILL.gauge(registry, matrix, InteractionMatrix::fill);
        MeterName.MATRIX_BYTES.gauge(registry, matrix, InteractionMatrix::bytes);
    }
}
