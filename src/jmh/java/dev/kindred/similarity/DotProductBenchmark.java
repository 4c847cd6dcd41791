package dev.kindred.similarity;

import dev.kindred.math.Decay;
import dev.kindred.matrix.InteractionMatrix;
import dev.kindred.matrix.MatrixSettings;
import dev.kindred.matrix.RowBuffer;
import dev.kindred.model.Affinity;
import dev.kindred.model.CellKey;
import dev.kindred.model.Interaction;
import dev.kindred.model.InteractionType;
import dev.kindred.model.ItemDictionary;
import dev.kindred.vector.TypeWeights;
import dev.kindred.vector.UserVector;
import dev.kindred.vector.VectorSettings;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One exact dot product of a loaded vector with a row that is in the processor's cache. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class DotProductBenchmark {

    private static final int ITEMS = 20_000;
    private static final long TIME_MS = 1_704_067_200_000L;

    @Param({"10", "50", "200"})
    int cells;

    private final InterestIndex index = new InterestIndex();
    private final RowBuffer rows = new RowBuffer();

    @Setup
    public void draw() {
        SplittableRandom random = new SplittableRandom(1);
        ItemDictionary dictionary = new ItemDictionary();
        InteractionMatrix matrix =
                new InteractionMatrix(new MatrixSettings(1, 1, Decay.NONE, Decay.NONE), dictionary, 1);
        VectorSettings settings = new VectorSettings(TypeWeights.equal(), Decay.NONE, Decay.NONE, 1, cells, 0);
        UserVector vector = new UserVector(settings, dictionary);
        for (int i = 0; i < cells; i++) {
            vector.learn(new Interaction(
                    Optional.empty(), "me", "item-" + random.nextInt(ITEMS), InteractionType.CLICK, TIME_MS, 1));
            matrix.apply(new CellKey("other", "item-" + random.nextInt(ITEMS)), new Affinity(1, TIME_MS, 1));
        }
        matrix.view().readRow(0, rows);
        index.load(vector, ITEMS);
    }

    @Benchmark
    public double dot() {
        return index.dot(rows, 0);
    }
}
