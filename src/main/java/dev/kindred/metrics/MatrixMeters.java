package dev.kindred.metrics;

import dev.kindred.matrix.InteractionMatrix;
import io.micrometer.core.instrument.MeterRegistry;

/** The size of the matrix. It changes during reads, so values of one scrape may be slightly inconsistent. */
public final class MatrixMeters {

    // measured: 35 bytes per cell in total, at 50 cells per user
    private static final long BYTES_PER_CELL = 31; // in row, list of recent users and audience
    private static final long BYTES_PER_USER = 200; // row, slot, and headers of arrays

    private MatrixMeters() {}

    static void bind(MeterRegistry registry, InteractionMatrix matrix) {
        MeterName.MATRIX_USERS.gauge(registry, matrix, InteractionMatrix::users);
        MeterName.MATRIX_CELLS.gauge(registry, matrix, InteractionMatrix::cells);
        MeterName.MATRIX_BYTES.gauge(registry, matrix, MatrixMeters::estimatedBytes);
    }

    /** The estimated heap use of a matrix, without spare capacity and without the ids of items. */
    public static long estimatedBytes(InteractionMatrix matrix) {
        return BYTES_PER_CELL * matrix.cells() + BYTES_PER_USER * matrix.users();
    }
}
