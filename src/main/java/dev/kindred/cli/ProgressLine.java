package dev.kindred.cli;

import java.io.PrintWriter;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** How far a run is, and how long it will take. */
public final class ProgressLine implements AutoCloseable {

    private static final int UPDATE_INTERVAL_MS = 1000;
    private static final int WIDTH = 79;

    private final PrintWriter err;
    private final ProgressBar bar;

    /**
     * Progress of one run.
     *
     * @param err where it is shown, on one line
     * @param steps until the end
     */
    public ProgressLine(PrintWriter err, String name, long steps) {
        this.err = err;
        this.bar = bar(err, name).setInitialMax(steps).build();
    }

    /** A bar of some name that is shown on one line. */
    static ProgressBarBuilder bar(PrintWriter err, String name) {
        return new ProgressBarBuilder()
                .setTaskName(name)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(UPDATE_INTERVAL_MS)
                .setConsumer(new DelegatingProgressBarConsumer(line -> show(err, line), WIDTH));
    }

    private static void show(PrintWriter err, String line) {
        err.print("\r" + line);
        err.flush();
    }

    /** One more step is done. */
    public void step() {
        bar.step();
    }

    @Override
    public void close() {
        bar.close();
        err.println();
        err.flush();
    }
}
