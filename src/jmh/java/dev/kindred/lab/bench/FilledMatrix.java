package dev.kindred.lab.bench;

import dev.kindred.matrix.MatrixSettings;
import org.jspecify.annotations.Nullable;

/** A synthetic matrix with a number of cells; benchmarks of one size in one process share it. */
final class FilledMatrix {

    private static @Nullable FilledMatrix shared;

    private final Wanted wanted;
    private final SyntheticMatrix synthetic;

    private record Wanted(MatrixSettings settings, int users, int items, int cells) {}

    private FilledMatrix(Wanted wanted) {
        this.wanted = wanted;
        this.synthetic = new SyntheticMatrix(wanted.settings, wanted.users, wanted.items);
        fill(synthetic, wanted.cells);
    }

    /** Applies cells until this many are different. */
    static void fill(SyntheticMatrix synthetic, int cells) {
        while (synthetic.matrix().cells() < cells) {
            synthetic.applyNew();
        }
    }

    static synchronized SyntheticMatrix shared(MatrixSettings settings, int users, int items, int cells) {
        Wanted wanted = new Wanted(settings, users, items, cells);
        FilledMatrix matrix = shared;
        if (matrix == null || !matrix.wanted.equals(wanted)) {
            matrix = new FilledMatrix(wanted);
            shared = matrix;
        }
        return matrix.synthetic;
    }
}
