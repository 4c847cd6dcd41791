package dev.kindred.lab.bench;

import dev.kindred.model.RecommendedItem;
import dev.kindred.recommend.ModelSettings;
import dev.kindred.similarity.Neighbors;
import java.util.List;
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
 * One refresh: neighbors and top 20 after an event, and the neighbors alone, by the kept row and from scratch.
 * Between two
 * refreshes of a user all other users act and touch cells, so that the row has many changes to apply.
 * M = 200, R = 500, k = 100.
 *
 * <p>Filling the model takes half a minute: {@code -f 0} does it once for all benchmarks. For a quick run: {@code -p
 * users=10000 -p
 * items=2000 -p cells=400000}.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class RefreshBenchmark {

    private static final int AUDIENCE = 200;

    /** The workload and its model. */
    @State(Scope.Thread)
    public static class Workload {

        @Param("100000")
        int users;

        @Param("20000")
        int items;

        @Param("5000000")
        int cells;

        @Param("500")
        int queriedUsers;

        /** Cells that other users touch between two refreshes. */
        @Param("4")
        int others;

        @Param({"10", "50", "200"})
        int history;

        @Param({"1", "0.8"})
        String step;

        QueryWorkload queries;

        @Setup(Level.Trial)
        public void fill() {
            Map<String, String> overrides =
                    Map.of("vector.step", step, "matrix.column.capacity", "2000", "similarity.row.capacity", "500");
            ModelSettings settings = new Size(users, items, history, AUDIENCE).settings(overrides);
            queries = new QueryWorkload(
                    FilledMatrix.shared(settings.matrix(), users, items, cells), settings, queriedUsers);
        }

        @Setup(Level.Invocation)
        public void act() {
            queries.next(others);
        }
    }

    @Benchmark
    public Neighbors similarityByRow(Workload workload) {
        return workload.queries.updateKept();
    }

    @Benchmark
    public Neighbors similarityFromScratch(Workload workload) {
        return workload.queries.fromScratch();
    }

    @Benchmark
    public List<RecommendedItem> refreshByRow(Workload workload) {
        return workload.queries.recommend(workload.queries.updateKept());
    }

    @Benchmark
    public List<RecommendedItem> refreshFromScratch(Workload workload) {
        return workload.queries.recommend(workload.queries.fromScratch());
    }
}
