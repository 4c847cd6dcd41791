package dev.kindred.logs;

import dev.kindred.logs.LineSource.Line;
import dev.kindred.model.Interaction;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a recorded log; each line is an event or has a reason for its rejection.
 *
 * <p>A line is an event: quoted fields cannot span lines. Times are epoch seconds, epoch milliseconds or ISO-8601, in
 * any
 * format: a number below 10<sup>11</sup> is seconds, a larger one milliseconds, and a date and time without a zone are
 * UTC.
 *
 * <p>An event without an id of its own gets {@code <file name>:<line number>}, so that the same line read again is
 * detected as a
 * duplicate as long as the file keeps its name.
 */
public final class LogReader extends LineReader<Interaction> {

    private static final int LOOK_AHEAD = 10;

    private final Layout layout;
    private final LineParser parser;
    private final Deque<Line> lookedAt; // read while detecting the layout, but not yet returned

    private LogReader(Path file, LogFormat format, CountingInputStream counter) throws IOException {
        super(file, counter);
        this.lookedAt = lookAhead(lines());
        this.layout = LayoutFinder.find(file, format, texts(lookedAt));
        this.parser = new LineParser(layout, String.valueOf(file.getFileName()));
        if (layout.header()) {
            skipHeader();
        }
    }

    /**
     * Opens a log and detects its layout.
     *
     * @param format {@link LogFormat#AUTO} to detect it from the first lines
     * @throws UnknownLogFormatException if the file does not have that format, or no known format
     * @throws IOException if the file cannot be read
     */
    public static LogReader open(Path file, LogFormat format) throws IOException {
        return open(file, in -> new LogReader(file, format, in));
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

    /** The header is the first line of text; lines before it are returned, because they may have to be rejected. */
    private void skipHeader() {
        lookedAt.stream().filter(line -> !line.text().isBlank()).findFirst().ifPresent(lookedAt::remove);
    }

    /** The format of the file; never {@link LogFormat#AUTO}. */
    public LogFormat format() {
        return layout.format();
    }

    @Override
    @Nullable
    Line nextLine() throws IOException {
        return lookedAt.isEmpty() ? lines().next() : lookedAt.remove();
    }

    @Override
    Interaction parse(Line line) throws RejectedLineException {
        return parser.parse(line.number(), line.text());
    }
}
