package dev.kindred.logs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.json.EventJson;
import dev.kindred.json.StrictJson;
import dev.kindred.json.UnreadableJsonException;
import dev.kindred.model.Interaction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Parses a JSON object into events; each line may be of another shape. */
@SuppressWarnings("ReferenceEquality") // a node is itself only: equal ones may stand twice in a line
final class JsonEvents implements LogParser {

    private final LogSettings settings;
    private final EventFields events;
    private final String eventIdPrefix;
    private final List<Row> rows;

    private record Row(LogFormat format, Shape shape) {}

    JsonEvents(LogSettings settings, String fileName) {
        this.settings = settings;
        this.events = new EventFields(settings, false);
        this.eventIdPrefix = fileName + ":";
        this.rows = Arrays.stream(LogFormat.values())
                .filter(format -> settings.format() == LogFormat.AUTO || settings.format() == format)
                .flatMap(format -> format.shapes().stream().map(shape -> new Row(format, shape)))
                .filter(row -> row.shape().kind() == Shape.Kind.JSON)
                .toList();
    }

    /** Whether a format may be written in JSON. */
    static boolean reads(LogFormat format) {
        return format == LogFormat.AUTO || format.shapes().stream().anyMatch(shape -> shape.kind() == Shape.Kind.JSON);
    }

    @Override
    public List<LogLine<Interaction>> parse(long lineNumber, String line) throws RejectedLineException {
        JsonNode json = json(line);
        String id = eventIdPrefix + lineNumber;
        if (!settings.columns().isEmpty()) {
            return List.of(result(lineNumber, () -> events.event(new Mapped(json), Optional.empty(), id)));
        }
        List<LogLine<Interaction>> found = new ArrayList<>();
        for (JsonNode call : json.path("events").isArray() ? json.path("events") : List.of(json)) {
            Row row = row(json, call);
            boolean isOnly = call == json;
            for (JsonNode element : elements(row.shape(), call)) {
                String elementId = isOnly && element == call ? id : id + "." + found.size();
                found.add(result(lineNumber, () -> event(row, element, call, json, elementId)));
            }
        }
        return found;
    }

    private static JsonNode json(String line) throws RejectedLineException {
        try {
            return StrictJson.object(line);
        } catch (UnreadableJsonException e) {
            throw new RejectedLineException("line " + e.getMessage());
        }
    }

    private interface Event {
        Interaction read() throws RejectedLineException;
    }

    private static LogLine<Interaction> result(long lineNumber, Event event) {
        try {
            return new LogLine.Accepted<>(lineNumber, event.read());
        } catch (RejectedLineException e) {
            return new LogLine.Rejected<>(lineNumber, String.valueOf(e.getMessage()));
        }
    }

    private Interaction event(Row row, JsonNode element, JsonNode call, JsonNode line, String id)
            throws RejectedLineException {
        if (row.format() == LogFormat.JSON) {
            try {
                return events.accepted(EventJson.event(element, settings::type, id));
            } catch (UnreadableJsonException e) {
                throw new RejectedLineException(String.valueOf(e.getMessage()));
            }
        }
        Texts texts = new Texts(row.shape(), List.of(element, call, line));
        String own = texts.get(Column.EVENT_ID);
        if (!own.isEmpty() && element != call) { // the products of an order share its id
            texts.values.put(Column.EVENT_ID, own + "." + texts.get(Column.ITEM));
        }
        return events.event(texts, row.shape().byDefault(), id);
    }

    /** The shape with most of the fields that it needs. */
    private Row row(JsonNode line, JsonNode call) throws RejectedLineException {
        for (Row row : rows) {
            List<JsonNode> nodes = elements(row.shape(), call).isEmpty()
                    ? List.of(call, line)
                    : List.of(elements(row.shape(), call).get(0), call, line);
            boolean fits = row.shape().columns().keySet().stream()
                    .filter(column -> (row.shape().needs(column) && column != Column.USER && column != Column.TIMESTAMP)
                            || (row.shape().byDefault().isPresent() && column == Column.STRENGTH))
                    .allMatch(column -> row.shape().columns().getOrDefault(column, List.of()).stream()
                            .anyMatch(path -> nodes.stream().anyMatch(node -> has(node, path))));
            if (fits) {
                return row;
            }
        }
        throw new RejectedLineException("line has no fields of a known event, but "
                + RejectedLineException.shown(String.join(", ", names(call))));
    }

    private static List<String> names(JsonNode json) {
        List<String> names = new ArrayList<>();
        json.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<JsonNode> elements(Shape shape, JsonNode call) {
        for (String path : shape.elements()) {
            JsonNode list = at(call, path);
            if (list.isArray() && !list.isEmpty()) {
                List<JsonNode> elements = new ArrayList<>();
                list.forEach(elements::add);
                return elements;
            }
        }
        return List.of(call);
    }

    private static boolean has(JsonNode json, String path) {
        return !text(json, path).isEmpty();
    }

    /** The value of a path like {@code properties.product_id}; a name may contain points itself. */
    private static JsonNode at(JsonNode json, String path) {
        JsonNode whole = json.path(path);
        int point = path.indexOf('.');
        return whole.isMissingNode() && point > 0
                ? at(json.path(path.substring(0, point)), path.substring(point + 1))
                : whole;
    }

    /** Texts and numbers as texts; empty for all else. */
    private static String text(JsonNode json, String path) {
        JsonNode value = at(json, path);
        return value.isTextual() || value.isNumber() ? StrictJson.text(value).strip() : "";
    }

    /** The fields of an event, the nearest first: of the item, of the call, of the line. */
    private static final class Texts implements EventFields.Texts {

        private final Map<Column, String> values = new EnumMap<>(Column.class);
        private final Shape shape;

        Texts(Shape shape, List<JsonNode> nodes) {
            this.shape = shape;
            shape.columns()
                    .forEach((column, paths) -> nodes.stream()
                            .flatMap(node -> paths.stream().map(path -> text(node, path)))
                            .filter(text -> !text.isEmpty())
                            .findFirst()
                            .ifPresent(text -> values.put(column, text)));
        }

        @Override
        public String get(Column column) {
            return values.getOrDefault(column, "");
        }

        @Override
        public String name(Column column) {
            List<String> paths = shape.columns().getOrDefault(column, List.of());
            return paths.isEmpty() ? column.title() : paths.get(0);
        }
    }

    /** The fields of an event that the user names. */
    private final class Mapped implements EventFields.Texts {

        private final JsonNode json;

        Mapped(JsonNode json) {
            this.json = json;
        }

        @Override
        public String get(Column column) {
            return text(json, name(column));
        }

        @Override
        public String name(Column column) {
            return settings.given(column).orElse(column.title());
        }
    }
}
