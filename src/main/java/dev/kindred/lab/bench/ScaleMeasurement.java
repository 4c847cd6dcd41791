package dev.kindred.lab.bench;

import dev.kindred.lab.bench.ScalePoint.Times;
import dev.kindred.recommend.ModelSettings;
import dev.kindred.similarity.Neighbors;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;

/** Fills a matrix of one size and measures it on the core alone, in one thread. */
final class ScaleMeasurement {

    private static final int SHOPPERS = 200;
    private static final int OTHERS = 4; // cells that other users touch between two refreshes
    private static final int CELLS_AT_A_TIME = 1_000; // between two readings of the clock
    private static final double NANOS_PER_SECOND = 1e9;
    private static final long LONGEST_NS = Duration.ofMinutes(1).toNanos();

    private final ScaleSettings settings;
    private final Size size;
    private final ModelSettings model;

    ScaleMeasurement(ScaleSettings settings, Size size) {
        this.settings = settings;
        this.size = size;
        this.model = size.settings(settings.overrides());
    }

    HeapEstimate heapNeeded() {
        return new HeapEstimate(size, model.matrix().columnCapacity());
    }

    /** Fills a matrix and measures; empty if the filling takes too long. */
    Optional<ScalePoint> measure() {
        SyntheticMatrix synthetic = new SyntheticMatrix(model.matrix(), size.users(), size.items());
        long heapBefore = LiveHeap.bytes();
        if (!fill(synthetic)) {
            return Optional.empty();
        }
        long cells = synthetic.matrix().cells();
        double bytesPerCell = (LiveHeap.bytes() - heapBefore) / (double) cells;
        double cellsPerSecond = cellsPerSecond(synthetic);
        QueryWorkload workload = new QueryWorkload(synthetic, model, SHOPPERS);
        Times update = times(workload, workload::updateKept);
        Times fromScratch = times(workload, workload::fromScratch);
        return Optional.of(new ScalePoint(cells, update, fromScratch, cellsPerSecond, bytesPerCell));
    }

    private boolean fill(SyntheticMatrix synthetic) {
        long giveUpNs = System.nanoTime() + settings.patience().toNanos();
        for (long drawn = 0; drawn < size.drawnCells(); drawn++) {
            synthetic.applyNew();
            if (drawn % CELLS_AT_A_TIME == 0 && System.nanoTime() > giveUpNs) {
                return false;
            }
        }
        return true;
    }

    private double cellsPerSecond(SyntheticMatrix synthetic) {
        Runnable applySome = () -> {
            for (int i = 0; i < CELLS_AT_A_TIME; i++) {
                synthetic.applyAgain();
            }
        };
        repeat(warmUp(), applySome);
        long startNs = System.nanoTime();
        long times = repeat(settings.duration().minus(warmUp()), applySome);
        return times * CELLS_AT_A_TIME * NANOS_PER_SECOND / (System.nanoTime() - startNs);
    }

    private Times times(QueryWorkload workload, Supplier<Neighbors> find) {
        Histogram nanos = new Histogram(LONGEST_NS, 3);
        Runnable refresh = () -> {
            workload.next(OTHERS);
            long startNs = System.nanoTime();
            workload.recommend(find.get());
            nanos.recordValue(Math.min(System.nanoTime() - startNs, LONGEST_NS));
        };
        repeat(warmUp(), refresh);
        nanos.reset();
        repeat(settings.duration().minus(warmUp()), refresh);
        return Times.of(nanos);
    }

    private Duration warmUp() {
        return settings.duration().dividedBy(3);
    }

    /** Repeats an action until the time is over, at least once, and returns the number of repetitions. */
    private static long repeat(Duration duration, Runnable action) {
        long endNs = System.nanoTime() + duration.toNanos();
        long times = 0;
        do {
            action.run();
            times++;
        } while (System.nanoTime() < endNs);
        return times;
    }
}
