package dev.kindred.lab.bench;

import dev.kindred.lab.plot.Figure;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Measures how the time of a refresh, the time of a cell and the memory grow with users, items, history and audience,
 * on the core alone: without Kafka, in one thread.
 */
public final class Scale {

    /**
     * The measurements along one dimension.
     *
     * @param points by the value of the dimension
     */
    record Growth(Dimension dimension, SortedMap<Integer, ScalePoint> points) {}

    private final ScaleSettings settings;
    private final PrintWriter out;
    private final PrintWriter progress;

    /**
     * A measurement.
     *
     * @param out receives a table for each dimension, line by line
     * @param progress receives the current step
     */
    public Scale(ScaleSettings settings, PrintWriter out, PrintWriter progress) {
        this.settings = settings;
        this.out = out;
        this.progress = progress;
    }

    /** Measures all dimensions; the figure is empty if no size could be measured. */
    public Optional<Figure> run() {
        warmUp();
        List<Growth> growths = new ArrayList<>();
        for (Dimension dimension : settings.dimensions()) {
            growths.add(new Growth(dimension, grow(dimension)));
        }
        growths.removeIf(growth -> growth.points().isEmpty());
        return growths.isEmpty() ? Optional.empty() : Optional.of(ScaleFigure.of(growths));
    }

    /** Measures one size without counting it, because the JIT compiler still works. */
    private void warmUp() {
        Lines.print(progress, "warming up");
        Size base = settings.base();
        Size small = new Size(Math.min(base.users(), 10_000), base.items(), base.history(), base.audience());
        var unused = new ScaleMeasurement(settings, small).measure();
    }

    private SortedMap<Integer, ScalePoint> grow(Dimension dimension) {
        printHead(dimension);
        SortedMap<Integer, ScalePoint> points = new TreeMap<>();
        for (int value : dimension.sizes()) {
            if (value <= settings.largest()) {
                measure(dimension, value).ifPresent(point -> {
                    points.put(value, point);
                    print(value, point);
                });
            }
        }
        return points;
    }

    private Optional<ScalePoint> measure(Dimension dimension, int value) {
        Size size = dimension.grown(settings.base(), value);
        if (!size.isPossible()) {
            leaveOut(value, "this history needs at least %,d items", 2 * size.history());
            return Optional.empty();
        }
        ScaleMeasurement measurement = new ScaleMeasurement(settings, size);
        HeapEstimate heap = measurement.heapNeeded();
        if (!heap.fitsInto(Runtime.getRuntime().maxMemory())) {
            leaveOut(value, "the heap is too small: start java with %s", heap.option());
            return Optional.empty();
        }
        Lines.print(progress, "%s: %,d, filling with %,d cells", dimension.title(), value, size.drawnCells());
        Optional<ScalePoint> point = measurement.measure();
        if (point.isEmpty()) {
            leaveOut(
                    value,
                    "filling the matrix took more than %d s: raise --patience",
                    settings.patience().toSeconds());
        }
        return point;
    }

    private void leaveOut(int value, String why, Object argument) {
        Lines.print(out, "%,10d  skipped: " + why, value, argument);
    }

    private void printHead(Dimension dimension) {
        Size base = settings.base();
        Lines.print(
                out,
                "%nby %s; otherwise %,d users, %,d items, a history of %,d, an audience of %,d",
                dimension.title(),
                base.users(),
                base.items(),
                base.history(),
                base.audience());
        Lines.print(out, "%43s %19s", "update µs", "from scratch µs"); // above the columns of both
        Lines.print(out, "%23s    median       p99    median       p99      cells/s   bytes/cell", "cells");
    }

    private void print(int value, ScalePoint point) {
        Lines.print(
                out,
                "%,10d %,12d %,9.1f %,9.1f %,9.1f %,9.1f %,12.0f %12.1f",
                value,
                point.cells(),
                point.update().medianMicros(),
                point.update().p99Micros(),
                point.fromScratch().medianMicros(),
                point.fromScratch().p99Micros(),
                point.cellsPerSecond(),
                point.bytesPerCell());
    }
}
