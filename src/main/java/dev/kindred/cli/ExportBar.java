package dev.kindred.cli;

import dev.kindred.export.ExportProgress;
import dev.kindred.export.ExportReport;
import java.io.PrintWriter;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;

/** How many users an export has looked at, of how many, how fast, and how many members it found. */
final class ExportBar implements ExportProgress, AutoCloseable {

    private static final int UNKNOWN = -1;

    private final PrintWriter err;
    private final ProgressBar bar;

    /** @param err where it is shown, on one line */
    ExportBar(PrintWriter err) {
        this.err = err;
        this.bar = ProgressLine.bar(err, "users")
                .setInitialMax(UNKNOWN)
                .showSpeed()
                .build();
    }

    @Override
    public void at(ExportReport soFar, double share) {
        if (share > 0) {
            bar.maxHint(Math.round(soFar.examined() / share));
        }
        bar.stepTo(soFar.examined());
        bar.setExtraMessage(String.format(Locale.ROOT, " %,d members", soFar.members()));
    }

    @Override
    public void close() {
        bar.close();
        err.println();
        err.flush();
    }
}
