package dev.kindred.replay;

import dev.kindred.logs.LogLine;
import dev.kindred.logs.LogReader;
import java.io.IOException;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.apache.kafka.common.errors.InterruptException;

/** Sends a recorded log to the stream. */
public final class Replay {

    private static final long LINES_PER_TICK = 256;

    private final ReplaySettings settings;
    private final EventProducer producer;
    private final Pace pace;
    private boolean interrupted;

    /** A replay that uses, and does not close, a producer. */
    public Replay(ReplaySettings settings, EventProducer producer, Pace pace) {
        this.settings = settings;
        this.producer = producer;
        this.pace = pace;
    }

    /**
     * Runs to the end of the log, with a progress bar on stderr; an interrupt ends it early and in good order.
     *
     * @throws IOException if the log cannot be read
     * @throws SendFailedException if an event cannot be sent; its position is the number of lines to skip in order to go on
     */
    public ReplayReport run() throws IOException {
        try {
            return replay();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt(); // at the very end: closing the progress bar would swallow it
            }
        }
    }

    private ReplayReport replay() throws IOException {
        long before = producer.acknowledged();
        try (LogReader log = LogReader.open(settings.file(), settings.format());
                RejectedLines rejected = new RejectedLines(settings.rejected());
                ProgressBar bar = bar(log)) {
            long lines = send(log, rejected, bar);
            producer.flush();
            long sent = producer.acknowledged() - before;
            boolean complete = !log.hasNext() || lines - settings.skip() >= settings.limit();
            return new ReplayReport(sent, rejected.count(), rejected.examples(), lines, complete);
        }
    }

    private long send(LogReader log, RejectedLines rejected, ProgressBar bar) {
        long lines = 0;
        try {
            while (log.hasNext() && lines - settings.skip() < settings.limit()) {
                LogLine line = log.next();
                if (lines >= settings.skip()) {
                    send(lines, line, rejected);
                }
                lines++;
                if (lines % LINES_PER_TICK == 0) {
                    bar.stepTo(log.bytesRead());
                }
            }
            bar.stepTo(log.bytesRead());
        } catch (InterruptedException | InterruptException e) {
            interrupted = true;
        }
        return lines;
    }

    private void send(long position, LogLine line, RejectedLines rejected) throws InterruptedException {
        if (line instanceof LogLine.Accepted accepted) {
            pace.await(accepted.interaction());
            producer.send(position, accepted.interaction());
        } else if (line instanceof LogLine.Rejected bad) {
            rejected.add(bad);
        }
    }

    private ProgressBar bar(LogReader log) {
        return new ProgressBarBuilder()
                .setTaskName(String.valueOf(settings.file().getFileName()))
                .setInitialMax(log.totalBytes())
                .setUnit(" kB", 1024)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(500)
                .build();
    }
}
