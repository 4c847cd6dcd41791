package dev.kindred.replay;

import dev.kindred.logs.LineReader;
import dev.kindred.logs.LogLine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.apache.kafka.common.errors.InterruptException;

/** Sends what the lines of a file tell, with a progress bar on stderr; an interrupt ends it early and in good order. */
final class Transfer<T> {

    private static final long LINES_PER_TICK = 256;

    private final Extent extent;
    private final TrackedProducer<T> producer;
    private final Sending<T> sending;
    private boolean interrupted;

    /** How one thing is sent. */
    interface Sending<T> {

        /**
         * Sends it, perhaps after a while.
         *
         * @param position of its line in the file, from 0
         */
        void send(long position, T content) throws InterruptedException;
    }

    /**
     * What of a file is sent.
     *
     * @param skip lines that are passed over at the beginning
     * @param limit the most lines after those
     * @param rejected receives every rejected line's number and reason, when given
     */
    record Extent(long skip, long limit, Optional<Path> rejected) {}

    /** @param producer that the sending uses; it is not closed */
    Transfer(Extent extent, TrackedProducer<T> producer, Sending<T> sending) {
        this.extent = extent;
        this.producer = producer;
        this.sending = sending;
    }

    /**
     * Runs to the end of the file or of the extent.
     *
     * @param name of the file, for the progress bar
     * @param file stays the caller's to close
     * @throws SendFailedException if something cannot be sent; its position is the number of lines to skip in order to go on
     */
    ReplayReport run(String name, LineReader<T> file) throws IOException {
        try {
            return transfer(name, file);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt(); // at the very end: closing the progress bar would swallow it
            }
        }
    }

    private ReplayReport transfer(String name, LineReader<T> file) throws IOException {
        long before = producer.acknowledged();
        try (RejectedLines rejected = new RejectedLines(extent.rejected());
                ProgressBar bar = bar(name, file.totalBytes())) {
            long lines = sendAll(file, rejected, bar);
            producer.flush();
            long sent = producer.acknowledged() - before;
            boolean complete = !file.hasNext() || lines - extent.skip() >= extent.limit();
            return new ReplayReport(sent, rejected.count(), rejected.examples(), lines, complete);
        }
    }

    private long sendAll(LineReader<T> file, RejectedLines rejected, ProgressBar bar) {
        long lines = 0;
        try {
            while (file.hasNext() && lines - extent.skip() < extent.limit()) {
                LogLine<T> line = file.next();
                if (lines >= extent.skip()) {
                    send(lines, line, rejected);
                }
                lines++;
                if (lines % LINES_PER_TICK == 0) {
                    bar.stepTo(file.bytesRead());
                }
            }
            bar.stepTo(file.bytesRead());
        } catch (InterruptedException | InterruptException e) {
            interrupted = true;
        }
        return lines;
    }

    private void send(long position, LogLine<T> line, RejectedLines rejected) throws InterruptedException {
        if (line instanceof LogLine.Accepted<T> accepted) {
            sending.send(position, accepted.content());
        } else if (line instanceof LogLine.Rejected<T> bad) {
            rejected.add(bad);
        }
    }

    private static ProgressBar bar(String name, long bytes) {
        return new ProgressBarBuilder()
                .setTaskName(name)
                .setInitialMax(bytes)
                .setUnit(" kB", 1024)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(500)
                .build();
    }
}
