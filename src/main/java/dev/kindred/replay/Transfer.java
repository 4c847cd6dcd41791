package dev.kindred.replay;

import dev.kindred.logs.ItemReader;
import dev.kindred.logs.ItemSettings;
import dev.kindred.logs.LineCounts;
import dev.kindred.logs.LineReader;
import dev.kindred.logs.LogFormat;
import dev.kindred.logs.LogLine;
import dev.kindred.logs.LogReader;
import dev.kindred.logs.LogSettings;
import dev.kindred.model.Interaction;
import dev.kindred.model.Item;
import dev.kindred.model.ItemChange;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.kafka.common.errors.InterruptException;

/**
 * Sends the lines of a file to the topic of a feed. It uses, and does not close, a producer.
 *
 * @param <T> the content of the lines
 */
public final class Transfer<T> {

    private static final long LINES_PER_TICK = 256;

    private final TransferSettings settings;
    private final FeedProducer<?, ?> producer;
    private final Opening<T> opening;
    private final Sending<T> sending;
    private boolean interrupted;

    private interface Opening<T> {
        LineReader<T> open() throws IOException;
    }

    private interface Sending<T> {
        void send(long position, T content) throws InterruptedException;
    }

    /** Progress callback of a transfer. */
    @FunctionalInterface
    public interface Progress {

        /**
         * Called after some lines.
         *
         * @param bytes of the file read so far
         * @param of bytes of the whole file
         */
        void at(long bytes, long of);
    }

    private Transfer(TransferSettings settings, FeedProducer<?, ?> producer, Opening<T> opening, Sending<T> sending) {
        this.settings = settings;
        this.producer = producer;
        this.opening = opening;
        this.sending = sending;
    }

    /** Sends a recorded log to the stream, with its own times. */
    public static Transfer<Interaction> ofEvents(
            TransferSettings settings, LogFormat format, FeedProducer<Interaction, ?> producer, Pace pace) {
        return ofEvents(settings, LogSettings.of(format), producer, pace, TimeShift.NONE);
    }

    /** Sends a recorded log to the stream. */
    public static Transfer<Interaction> ofEvents(
            TransferSettings settings,
            LogSettings log,
            FeedProducer<Interaction, ?> producer,
            Pace pace,
            TimeShift shift) {
        return new Transfer<>(settings, producer, () -> LogReader.open(settings.file(), log), (position, event) -> {
            pace.await(event);
            producer.send(position, shift.moved(event));
        });
    }

    /** Sends a file of items to the catalog. Sending it again changes only the update times of the items. */
    public static Transfer<Item> ofItems(
            TransferSettings settings, ItemSettings items, FeedProducer<ItemChange, ?> producer) {
        return new Transfer<>(
                settings,
                producer,
                () -> ItemReader.open(settings.file(), items),
                (position, item) -> producer.send(position, ItemChange.put(item)));
    }

    /**
     * Runs until the end of the file or the limit; an interrupt ends it early and gracefully.
     *
     * @throws IOException if the file cannot be read or has no known form
     * @throws SendFailedException if a record cannot be sent; its position is the number of lines to skip to continue
     */
    public ReplayReport run(Progress progress) throws IOException {
        try (LineReader<T> file = opening.open()) {
            return transfer(file, progress);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private ReplayReport transfer(LineReader<T> file, Progress progress) throws IOException {
        long before = producer.acknowledged();
        try (RejectedLines rejected = new RejectedLines(settings.rejected())) {
            long lines = sendAll(file, rejected, progress);
            producer.flush();
            long sent = producer.acknowledged() - before;
            boolean complete = !file.hasNext() || lines - settings.skip() >= settings.limit();
            return new ReplayReport(
                    sent,
                    rejected.counts.rejected(),
                    rejected.counts.examples(),
                    rejected.counts.byRule(),
                    rejected.losses.byRule(),
                    lines,
                    complete);
        }
    }

    private long sendAll(LineReader<T> file, RejectedLines rejected, Progress progress) {
        long lines = 0;
        try {
            while (file.hasNext() && lines - settings.skip() < settings.limit()) {
                LogLine<T> line = file.next();
                if (lines >= settings.skip()) {
                    send(lines, line, rejected);
                }
                lines++;
                if (lines % LINES_PER_TICK == 0) {
                    progress.at(file.bytesRead(), file.totalBytes());
                }
            }
            progress.at(file.bytesRead(), file.totalBytes());
        } catch (InterruptedException | InterruptException e) {
            interrupted = true;
        }
        return lines;
    }

    private void send(long position, LogLine<T> line, RejectedLines rejected) throws InterruptedException {
        if (line instanceof LogLine.Accepted<T> accepted) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            sending.send(position, accepted.content());
            rejected.addLosses(accepted);
        } else if (line instanceof LogLine.Rejected<T> bad) {
            rejected.add(bad);
        }
    }

    /** Records rejected lines: all of them, and all fields that were left out, in a file if requested, and their counts in memory. */
    private static final class RejectedLines implements AutoCloseable {

        private final PrintWriter file;
        private final LineCounts counts = new LineCounts();
        private final LineCounts losses = new LineCounts();

        RejectedLines(Optional<Path> file) throws IOException {
            this.file = new PrintWriter(file.isPresent() ? Files.newBufferedWriter(file.get()) : Writer.nullWriter());
        }

        void add(LogLine.Rejected<?> line) {
            counts.add(line);
            file.println(line.lineNumber() + "\t" + line.reason());
        }

        void addLosses(LogLine.Accepted<?> line) {
            losses.addLosses(line);
            line.losses().forEach(loss -> file.println(line.lineNumber() + "\tleft out: " + loss));
        }

        @Override
        public void close() {
            file.close();
            if (file.checkError()) {
                throw new UncheckedIOException(new IOException("the file of rejected lines could not be written"));
            }
        }
    }
}
