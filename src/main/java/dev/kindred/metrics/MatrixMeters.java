package dev.kindred.metrics;

import dev.kindred.matrix.InteractionMatrix;
import io.micrometer.core.instrument.MeterRegistry;

/** How large the matrix is. Read while it changes, so that figures of the same moment need not fit exactly. */
public final class MatrixMeters {

    // 35 bytes a cell in all were measured at 50 cells a user
    private static final long BYTES_PER_CELL = 31; // in row, list of recent users and audience
    private static final long BYTES_PER_USER = 200; // row, slot, and headers of arrays

    private MatrixMeters() {}

    static void bind(MeterRegistry registry, InteractionMatrix matrix) {
        MeterName.MATRIX_USERS.gauge(registry, matrix, InteractionMatrix::users);
        MeterName.MATRIX_CELLS.gauge(registry, matrix, InteractionMatrix::cells);
        MeterName.MATRIX_BYTES.gauge(registry, matrix, MatrixMeters::estimatedBytes);
    }

    /** Roughly the heap that a matrix takes, without what it keeps free to grow, and without the ids of items. */
    public static long estimatedBytes(InteractionMatrix matrix) {
        return BYTES_PER_CELL * matrix.cells() + BYTES_PER_USER * matrix.users();
    }
}
