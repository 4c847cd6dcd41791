package dev.kindred.lab.bench;

import dev.kindred.math.TopK;
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

/**
 * Selects the best of as many scores as a refresh has: the lists of a hundred neighbors contain a few thousand items.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class TopKBenchmark {

    @Param({"20", "100"})
    int k;

    @Param({"1000", "10000"})
    int offered;

    private TopK top;
    private double[] scores;
    private int[] best;

    @Setup
    public void draw() {
        SplittableRandom random = new SplittableRandom(1);
        top = new TopK(k, Integer::compare);
        scores = random.doubles(offered).toArray();
        best = new int[k];
    }

    @Benchmark
    public int[] offerAllAndDrain() {
        for (int id = 0; id < scores.length; id++) {
            top.offer(id, scores[id]);
        }
        top.drain(best);
        return best;
    }
}
