package dev.kindred.logs;

import dev.kindred.logs.LineSource.Line;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lines of a table; lines that one quoted field spans are joined, as RFC 4180 allows.
 *
 * <p>An unclosed quote invalidates its own line only: the lines after it are returned separately. Joined lines have a
 * common limit, {@link LineSource#MAX_LINE_BYTES} characters. Between tabs a line with all its fields is never joined,
 * because a quote may be a letter there. Not thread safe.
 */
final class QuotedLines {

    private static final char QUOTE = '"';

    private final LineSource lines;
    private final String separator;
    private final int fields;
    private final Deque<Line> ahead = new ArrayDeque<>(); // read from lines, but not yet returned

    /**
     * The lines of a table.
     *
     * @param fields the number of fields of a whole line
     */
    QuotedLines(LineSource lines, String separator, int fields) {
        this.lines = lines;
        this.separator = separator;
        this.fields = fields;
    }

    /** The next line with the number of its first part, or null after the last one. */
    @Nullable
    Line next() throws IOException {
        Line first = take();
        if (first == null || first.problem() != null || isWhole(first.text())) {
            return first;
        }
        List<Line> more = new ArrayList<>();
        Optional<String> joined = join(first.text(), more);
        if (joined.isEmpty()) {
            for (int i = more.size() - 1; i >= 0; i--) {
                ahead.addFirst(more.get(i));
            }
        }
        return joined.map(text -> new Line(first.number(), text, null))
                .orElseGet(() -> new Line(first.number(), "", "line has a quote that is not closed"));
    }

    private boolean isWhole(String line) {
        return !endsInQuotes(line, false) || (separator.equals("\t") && line.split(separator, -1).length >= fields);
    }

    private @Nullable Line take() throws IOException {
        return ahead.isEmpty() ? lines.next() : ahead.remove();
    }

    /**
     * A text joined with the lines that continue its last field.
     *
     * @param more receives the consumed lines
     */
    private Optional<String> join(String start, List<Line> more) throws IOException {
        StringBuilder joined = new StringBuilder(start);
        boolean open = true;
        while (open && joined.length() <= LineSource.MAX_LINE_BYTES) {
            Line line = take();
            if (line == null) {
                return Optional.empty();
            }
            more.add(line);
            if (line.problem() != null) {
                return Optional.empty();
            }
            joined.append('\n').append(line.text());
            open = endsInQuotes(line.text(), true);
        }
        return open ? Optional.empty() : Optional.of(joined.toString());
    }

    /**
     * Whether a quoted field is open at the end of a line. A quote in a field that does not begin with a quote is an
     * ordinary character.
     */
    private boolean endsInQuotes(String line, boolean startsInQuotes) {
        boolean open = startsInQuotes;
        boolean quotedField = startsInQuotes;
        boolean atStart = !startsInQuotes; // of a field
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == QUOTE && (atStart || quotedField)) {
                open = !open; // two quotes stand for one: the second reopens the field
                quotedField = true;
                atStart = false;
            } else if (!open) {
                atStart = line.startsWith(separator, i + 1 - separator.length());
                quotedField &= !atStart;
            }
        }
        return open;
    }
}
