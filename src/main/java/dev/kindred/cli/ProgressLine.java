package dev.kindred.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Shows progress, speed and remaining time of a run on one line that is overwritten. Thread safe. */
public final class ProgressLine implements AutoCloseable {

    private static final long UPDATE_NS = TimeUnit.SECONDS.toNanos(1);

    private final PrintWriter err;
    private final String name;
    private final long startNs = System.nanoTime();
    private long shownNs = startNs;
    private long done;
    private long total;
    private String more = "";

    /**
     * Progress of one run.
     *
     * @param err receives the line
     * @param name of the counted things
     * @param steps until the end; 0 if unknown
     */
    public ProgressLine(PrintWriter err, String name, long steps) {
        this.err = err;
        this.name = name;
        this.total = steps;
    }

    /** Counts one more step. */
    public synchronized void step() {
        at(done + 1, total, "");
    }

    /**
     * Sets the number of completed steps.
     *
     * @param total until the end; 0 if unknown
     * @param more text for the end of the line
     */
    public synchronized void at(long done, long total, String more) {
        this.done = done;
        this.total = total;
        this.more = more;
        if (System.nanoTime() - shownNs >= UPDATE_NS) {
            show();
        }
    }

    private void show() {
        shownNs = System.nanoTime();
        double perSecond = done * 1e9 / Math.max(1, shownNs - startNs);
        String line = String.format(Locale.ROOT, "%s %,d", name, done)
                + (total > 0 ? String.format(Locale.ROOT, " of %,d (%d %%)", total, 100 * done / total) : "")
                + String.format(Locale.ROOT, ", %,.0f/s", perSecond)
                + (total > done && done > 0
                        ? String.format(Locale.ROOT, ", %,.0f s left", (total - done) / perSecond)
                        : "")
                + more;
        err.print(String.format(Locale.ROOT, "\r%-79s", line));
        err.flush();
    }

    @Override
    public synchronized void close() {
        show();
        err.println();
        err.flush();
    }
}
