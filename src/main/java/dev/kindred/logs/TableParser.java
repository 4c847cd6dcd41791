package dev.kindred.logs;

import dev.kindred.model.Interaction;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Parses a line of a table into an interaction.
 *
 * <p>Not thread safe; owned by one {@link LogReader}.
 */
final class TableParser implements LogParser, EventFields.Texts {

    private final Layout layout;
    private final FieldSplitter splitter;
    private final EventFields events;
    private final String eventIdPrefix;
    private final Map<Column, Integer> positions = new EnumMap<>(Column.class);
    private List<String> fields = List.of(); // of the line that is parsed now

    /**
     * A parser of one file's lines.
     *
     * @param fileName part of the generated id of an event without an id
     */
    TableParser(Layout layout, LogSettings settings, String fileName) {
        this.layout = layout;
        this.splitter = new FieldSplitter(layout.separator());
        this.events = new EventFields(settings, !layout.separator().equals(","));
        this.eventIdPrefix = fileName + ":";
        for (Column column : Column.values()) {
            positions.put(column, layout.position(column));
        }
    }

    @Override
    public List<LogLine<Interaction>> parse(long lineNumber, String line) throws RejectedLineException {
        fields = splitter.split(line);
        int expected = layout.names().size();
        if (fields.size() != expected) {
            throw new RejectedLineException("line has " + fields.size() + " fields instead of " + expected);
        }
        Interaction event = events.event(this, layout.shape().byDefault(), eventIdPrefix + lineNumber);
        return List.of(new LogLine.Accepted<>(lineNumber, event));
    }

    @Override
    public String get(Column column) {
        int position = positions.getOrDefault(column, -1);
        return position < 0 ? "" : fields.get(position);
    }

    @Override
    public String name(Column column) {
        return layout.name(column);
    }
}
