package dev.kindred.cli;

import dev.kindred.evaluation.Progress;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** How far a run is, with rate and remaining time, on stderr. */
final class RunProgress implements Progress, AutoCloseable {

    private static final int UPDATE_INTERVAL_MS = 1000;

    private final ProgressBar bar;

    /**
     * Progress of one run.
     *
     * @param events of training and test
     */
    RunProgress(String name, long events) {
        bar = new ProgressBarBuilder()
                .setTaskName(name)
                .setInitialMax(events)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(UPDATE_INTERVAL_MS)
                .build();
    }

    @Override
    public void step() {
        bar.step();
    }

    @Override
    public void close() {
        bar.close();
    }
}
