package dev.kindred.logs;

import dev.kindred.logs.LineSource.Line;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Reads a recorded log from its first line to its last, in bounded memory; each line is an event or says why it is none.
 *
 * <p>A line is an event: quoted fields cannot span lines. Blank lines are passed over. A file compressed with gzip is
 * recognized by its first bytes, whatever its name. Times are epoch seconds, epoch milliseconds or ISO-8601, in any
 * format: a number below 10<sup>11</sup> is seconds, a larger one milliseconds, and a date and time without a zone are
 * UTC.
 *
 * <p>An event without an id of its own gets {@code <file name>:<line number>}, so that the same line read again is known
 * for a repeat as long as the file keeps its name.
 *
 * <p>Not thread safe, except for {@link #bytesRead}.
 */
public final class LogReader implements Iterator<LogLine>, AutoCloseable {

    private static final int LOOK_AHEAD = 10;

    private final CountingInputStream counter;
    private final long totalBytes;
    private final LineSource lines;
    private final Layout layout;
    private final LineParser parser;
    private final Deque<Line> lookedAt; // read while finding the layout, and not yet handed out
    private @Nullable LogLine next;

    private LogReader(Path file, LogFormat format, CountingInputStream counter) throws IOException {
        this.counter = counter;
        this.totalBytes = Files.size(file);
        this.lines = new LineSource(Compression.decompressed(counter));
        this.lookedAt = lookAhead(lines);
        this.layout = LayoutFinder.find(file, format, texts(lookedAt));
        this.parser = new LineParser(layout, String.valueOf(file.getFileName()));
        if (layout.header()) {
            skipHeader();
        }
    }

    /**
     * Opens a log and finds its layout.
     *
     * @param format {@link LogFormat#AUTO} to tell it from the first lines
     * @throws UnknownLogFormatException if the file is not in that format, or in none
     * @throws IOException if the file cannot be read
     */
    public static LogReader open(Path file, LogFormat format) throws IOException {
        InputStream in = Files.newInputStream(file);
        try {
            return new LogReader(file, format, new CountingInputStream(in));
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    private static Deque<Line> lookAhead(LineSource lines) throws IOException {
        Deque<Line> first = new ArrayDeque<>();
        while (first.size() < LOOK_AHEAD) {
            Line line = lines.next();
            if (line == null) {
                break;
            }
            first.add(line);
        }
        return first;
    }

    private static List<String> texts(Deque<Line> lines) {
        return lines.stream().map(Line::text).filter(text -> !text.isBlank()).toList();
    }

    /** The header is the first line of text; what comes before it is handed out, for it may have to be rejected. */
    private void skipHeader() {
        lookedAt.stream().filter(line -> !line.text().isBlank()).findFirst().ifPresent(lookedAt::remove);
    }

    /** The format of the file; never {@link LogFormat#AUTO}. */
    public LogFormat format() {
        return layout.format();
    }

    /** The size of the file, compressed if it is. */
    public long totalBytes() {
        return totalBytes;
    }

    /** How much of {@link #totalBytes} has been read, a buffer or two ahead of the lines. Any thread may ask. */
    public long bytesRead() {
        return counter.count();
    }

    /**
     * Whether there is another line.
     *
     * @throws UncheckedIOException if the file cannot be read on, as when its compressed data end early
     */
    @Override
    public boolean hasNext() {
        if (next == null) {
            next = read();
        }
        return next != null;
    }

    /**
     * The next line that is not blank.
     *
     * @throws NoSuchElementException after the last line
     * @throws UncheckedIOException if the file cannot be read on
     */
    @Override
    public LogLine next() {
        LogLine line = next != null ? next : read();
        if (line == null) {
            throw new NoSuchElementException("the log has no more lines");
        }
        next = null;
        return line;
    }

    /** The lines that are left, once. */
    public Stream<LogLine> stream() {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(this, Spliterator.ORDERED | Spliterator.NONNULL), false);
    }

    private @Nullable LogLine read() {
        try {
            Line line = nextLine();
            while (line != null && line.isBlank()) {
                line = nextLine();
            }
            return line == null ? null : parse(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    private @Nullable Line nextLine() throws IOException {
        return lookedAt.isEmpty() ? lines.next() : lookedAt.remove();
    }

    private LogLine parse(Line line) {
        String problem = line.problem();
        if (problem != null) {
            return new LogLine.Rejected(line.number(), problem);
        }
        try {
            return new LogLine.Accepted(line.number(), parser.parse(line.number(), line.text()));
        } catch (RejectedLineException e) {
            return new LogLine.Rejected(line.number(), String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
