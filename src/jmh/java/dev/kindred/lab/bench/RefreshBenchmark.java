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
 * One refresh: neighbors and top 20 after an event, and the neighbors alone, by the kept row and from scratch. Between
 * two refreshes of a shopper all the other askers act, and others touch cells, so that the row has much to catch up.
 * M = 200, R = 500, k = 100.
 *
 * <p>Filling the model takes half a minute: {@code -f 0} does it once for all. To be quick: {@code -p users=10000 -p
 * items=2000 -p cells=400000}.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class RefreshBenchmark {

    private static final int AUDIENCE = 200;

    /** Who asks, and what the model is. */
    @State(Scope.Thread)
    public static class Asking {

        @Param("100000")
        int users;

        @Param("20000")
        int items;

        @Param("5000000")
        int cells;

        @Param("500")
        int askers;

        /** Cells that others touch between one refresh and the next. */
        @Param("4")
        int others;

        @Param({"10", "50", "200"})
        int history;

        @Param({"1", "0.8"})
        String step;

        Askers shoppers;

        @Setup(Level.Trial)
        public void fill() {
            Map<String, String> overrides =
                    Map.of("vector.step", step, "matrix.column.capacity", "2000", "similarity.row.capacity", "500");
            ModelSettings settings = new Size(users, items, history, AUDIENCE).settings(overrides);
            shoppers = new Askers(FilledMatrix.shared(settings.matrix(), users, items, cells), settings, askers);
        }

        @Setup(Level.Invocation)
        public void act() {
            shoppers.next(others);
        }
    }

    @Benchmark
    public Neighbors similarityByRow(Asking asking) {
        return asking.shoppers.updateKept();
    }

    @Benchmark
    public Neighbors similarityFromScratch(Asking asking) {
        return asking.shoppers.fromScratch();
    }

    @Benchmark
    public List<RecommendedItem> refreshByRow(Asking asking) {
        return asking.shoppers.recommend(asking.shoppers.updateKept());
    }

    @Benchmark
    public List<RecommendedItem> refreshFromScratch(Asking asking) {
        return asking.shoppers.recommend(asking.shoppers.fromScratch());
    }
}
