package dev.kindred.lab.bench;

import dev.kindred.recommend.ModelSettings;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Cells that the one writer applies to a filled matrix. While it is filled, the benchmark prints the memory per cell
 * and
 * the speed of applying new cells.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class MatrixBenchmark {

    private static final int AUDIENCE = 200;
    private static final int HISTORY = 50; // of nobody: the matrix has no vectors

    @Param("100000")
    int users;

    @Param("20000")
    int items;

    @Param("5000000")
    int cells;

    private SyntheticMatrix synthetic;

    @Setup(Level.Trial)
    public void fill() {
        ModelSettings settings =
                new Size(users, items, HISTORY, AUDIENCE).settings(Map.of("matrix.column.capacity", "2000"));
        synthetic = new SyntheticMatrix(settings.matrix(), users, items);
        long before = LiveHeap.bytes();
        long startNs = System.nanoTime();
        FilledMatrix.fill(synthetic, cells);
        double seconds = (System.nanoTime() - startNs) / 1e9;
        double bytesPerCell =
                (LiveHeap.bytes() - before) / (double) synthetic.matrix().cells();
        System.out.printf(
                Locale.ROOT,
                "%n# filled %,d cells of %,d users in %.1f s: %.1f bytes per cell on the heap%n",
                synthetic.matrix().cells(),
                synthetic.matrix().users(),
                seconds,
                bytesPerCell);
    }

    @Benchmark
    public void apply() {
        synthetic.applyAgain();
    }
}
