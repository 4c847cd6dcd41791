package dev.kindred.logs;

import dev.kindred.json.StrictJson;
import dev.kindred.json.UnreadableJsonException;
import dev.kindred.logs.LineSource.Line;
import dev.kindred.model.Interaction;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a recorded log; each event is valid by the rules of the stream or has a reason for its rejection.
 *
 * <p>A line of a table is an event: quoted fields cannot span lines. A JSON object may hold several, for example the
 * products of an order, which then have the same line number. {@link Timestamps} says which times are understood.
 *
 * <p>An event without an id of its own gets {@code <file name>:<line number>}, so that the same line read again is
 * detected as a duplicate as long as the file keeps its name.
 */
public final class LogReader extends LineReader<Interaction> {

    private static final int LOOK_AHEAD = 10;

    /** How the file is written. */
    private enum Form {
        TABLE,
        JSON_LINES,
        JSON_DOCUMENT
    }

    private final LogFormat format;
    private final LogParser parser;
    private final Deque<Line> lookedAt; // read while detecting the layout, but not yet returned
    private final Optional<JsonDocument> document;

    private LogReader(Path file, LogSettings settings, CountingInputStream counter, boolean isDocument)
            throws IOException {
        super(file, counter);
        String name = String.valueOf(file.getFileName());
        this.lookedAt = isDocument ? new ArrayDeque<>() : lookAhead(lines());
        this.document = isDocument ? Optional.of(new JsonDocument(content())) : Optional.empty();
        List<String> texts = texts(lookedAt);
        if (isDocument || isJson(settings, texts)) {
            this.format = settings.format() == LogFormat.AUTO ? LogFormat.JSON : settings.format();
            this.parser = new JsonEvents(settings, name);
        } else {
            Layout layout = LayoutFinder.find(file, settings, texts);
            this.format = layout.format();
            this.parser = new TableParser(layout, settings, name);
            skipHeader(layout, texts);
        }
    }

    /**
     * Opens a log and detects its layout.
     *
     * @throws UnknownLogFormatException if the file does not have the format of the settings, or no known format
     * @throws IOException if the file cannot be read
     */
    public static LogReader open(Path file, LogSettings settings) throws IOException {
        Form form = form(file, settings);
        return open(file, in -> new LogReader(file, settings, in, form == Form.JSON_DOCUMENT));
    }

    /** Opens a log of a format, {@link LogFormat#AUTO} to detect it. */
    public static LogReader open(Path file, LogFormat format) throws IOException {
        return open(file, LogSettings.of(format));
    }

    private static Form form(Path file, LogSettings settings) throws IOException {
        Optional<String> first = firstText(file);
        if (!JsonEvents.reads(settings.format()) && settings.columns().isEmpty()) {
            return Form.TABLE;
        }
        return first.map(LogReader::form).orElse(Form.TABLE);
    }

    /** JSON that is not an object per line begins with a list, or with a line that is no whole object. */
    private static Form form(String first) {
        String text = first.strip();
        if (text.startsWith("[")) {
            return Form.JSON_DOCUMENT;
        }
        if (!text.startsWith("{")) {
            return Form.TABLE;
        }
        return text.endsWith("}") || (text.length() > 2 && isJsonObject(text)) ? Form.JSON_LINES : Form.JSON_DOCUMENT;
    }

    /** Whether a first line of JSON is not a whole object. */
    static boolean isDocument(String first) {
        return form(first) == Form.JSON_DOCUMENT;
    }

    private static boolean isJsonObject(String text) {
        try {
            return StrictJson.object(text).isObject();
        } catch (UnreadableJsonException e) {
            return false;
        }
    }

    private static boolean isJson(LogSettings settings, List<String> texts) {
        return (JsonEvents.reads(settings.format()) || !settings.columns().isEmpty())
                && !texts.isEmpty()
                && form(texts.get(0)) != Form.TABLE;
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
    private void skipHeader(Layout layout, List<String> texts) {
        Header header = Header.of(texts);
        int lines = layout.header() ? header.lines() : header.lines() - 1;
        for (int i = 0; i < lines; i++) {
            lookedAt.stream().filter(line -> !line.text().isBlank()).findFirst().ifPresent(lookedAt::remove);
        }
    }

    /** The format of the file; never {@link LogFormat#AUTO}. */
    public LogFormat format() {
        return format;
    }

    @Override
    @Nullable
    Line nextLine() throws IOException {
        if (document.isPresent()) {
            return document.get().next();
        }
        return lookedAt.isEmpty() ? lines().next() : lookedAt.remove();
    }

    @Override
    List<LogLine<Interaction>> parse(Line line) throws RejectedLineException {
        return parser.parse(line.number(), line.text());
    }
}
