package dev.kindred.logs;

import dev.kindred.logs.LineSource.Line;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file from its first line to its last, in bounded memory; each line has content or a reason for its rejection.
 * Blank lines are skipped. A file compressed with gzip is recognized by its first bytes.
 *
 * <p>Not thread safe, except for {@link #bytesRead}.
 */
public abstract class LineReader<T> implements Iterator<LogLine<T>>, AutoCloseable {

    private final CountingInputStream counter;
    private final long totalBytes;
    private final InputStream content;
    private final LineSource lines;
    private final Deque<LogLine<T>> next = new ArrayDeque<>(); // of the last line that was read

    LineReader(Path file, CountingInputStream counter) throws IOException {
        this.counter = counter;
        this.totalBytes = Files.size(file);
        this.content = Compression.decompressed(counter);
        this.lines = new LineSource(content);
    }

    /** Makes a reader of an opened file. */
    interface Opening<R> {
        R open(CountingInputStream in) throws IOException;
    }

    /** Creates a reader of a file, and closes the file if this fails. */
    static <R> R open(Path file, Opening<R> opening) throws IOException {
        InputStream in = Files.newInputStream(file);
        try {
            return opening.open(new CountingInputStream(in));
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    /**
     * The first line of a file that is neither blank nor invalid. Where there is none, as in a long list on a single
     * line, it is the beginning of the file; empty if there is none either.
     */
    static Optional<String> firstText(Path file) throws IOException {
        try (LineSource lines = new LineSource(Compression.decompressed(Files.newInputStream(file)))) {
            for (Line line = lines.next(); line != null; line = lines.next()) {
                if (!line.text().isBlank()) {
                    return Optional.of(line.text());
                }
            }
        }
        return beginning(file);
    }

    private static Optional<String> beginning(Path file) throws IOException {
        try (InputStream in = Compression.decompressed(Files.newInputStream(file))) {
            String text = new String(in.readNBytes(LineSource.MAX_LINE_BYTES), StandardCharsets.UTF_8)
                    .replaceFirst("^\uFEFF", "")
                    .strip();
            return text.isEmpty() ? Optional.empty() : Optional.of(text.substring(0, 1));
        }
    }

    /** The bytes of the file, for a reader that does not use {@link #lines}. */
    final InputStream content() {
        return content;
    }

    /** The lines of the file that are not yet consumed. */
    final LineSource lines() {
        return lines;
    }

    /** The next line with its text or its problem, or null after the last one. */
    abstract @Nullable Line nextLine() throws IOException;

    /** The contents of a line, each accepted or rejected: one in a table, perhaps more in JSON. */
    abstract List<LogLine<T>> parse(Line line) throws RejectedLineException;

    /** The size of the file, compressed if it is. */
    public final long totalBytes() {
        return totalBytes;
    }

    /** The part of {@link #totalBytes} that has been read, a buffer or two ahead of the lines. Thread safe. */
    public final long bytesRead() {
        return counter.count();
    }

    /**
     * Whether there is another line.
     *
     * @throws UncheckedIOException if the file cannot be read on, as when its compressed data end early
     */
    @Override
    public final boolean hasNext() {
        if (next.isEmpty()) {
            read();
        }
        return !next.isEmpty();
    }

    /**
     * The next line that is not blank.
     *
     * @throws NoSuchElementException after the last line
     * @throws UncheckedIOException if the file cannot be read on
     */
    @Override
    public final LogLine<T> next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the file has no more lines");
        }
        return next.remove();
    }

    /** The remaining lines, once. */
    public final Stream<LogLine<T>> stream() {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(this, Spliterator.ORDERED | Spliterator.NONNULL), false);
    }

    /** Reads to the next line with contents. */
    private void read() {
        try {
            for (Line line = nextLine(); line != null; line = nextLine()) {
                if (!line.isBlank()) {
                    next.addAll(resultsOf(line));
                }
                if (!next.isEmpty()) {
                    return;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    private List<LogLine<T>> resultsOf(Line line) {
        String problem = line.problem();
        if (problem != null) {
            return List.of(new LogLine.Rejected<>(line.number(), problem));
        }
        try {
            return parse(line);
        } catch (RejectedLineException e) {
            return List.of(new LogLine.Rejected<>(line.number(), String.valueOf(e.getMessage())));
        }
    }

    @Override
    public final void close() throws IOException {
        lines.close();
    }
}
