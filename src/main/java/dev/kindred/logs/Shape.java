package dev.kindred.logs;

import dev.kindred.model.InteractionType;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One way in which files of a format are written, as a row of a table.
 *
 * @param kind what a line is
 * @param separator of the fields; empty if it is to be found out
 * @param columns names of each meaning, the first that a file has counts; of a JSON shape, paths
 * @param byDefault the type of all events, if no column tells it
 * @param patterns of the fields of a line without a header, in their order
 * @param elements of JSON, the paths of a list of items in an event; the event itself if there is none
 */
record Shape(
        Kind kind,
        String separator,
        Map<Column, List<String>> columns,
        Optional<InteractionType> byDefault,
        List<Pattern> patterns,
        List<String> elements) {

    enum Kind {
        HEADER,
        PLAIN,
        JSON
    }

    private static final Map<String, String> PATTERNS = Map.of(
            "ID", "\\S.{0,255}",
            "NUMBER", "\\d{1,19}",
            "RATING", "\\d{1,2}([.]\\d{1,2})?",
            "PRICE", "\\d+([.]\\d+)?",
            "SECONDS", "\\d{9,13}([.]\\d+)?",
            "ISO", "\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:.*",
            "REVIEWER", "A[0-9A-Z]{9,20}",
            "ANY", ".*");

    /** A table with a header: {@code user=name|other name ...}. */
    static Shape header(String roles) {
        return new Shape(Kind.HEADER, "", roles(roles), Optional.empty(), List.of(), List.of());
    }

    /** JSON objects: {@code user=path|other path ...}. */
    static Shape json(String roles) {
        return new Shape(Kind.JSON, "", roles(roles), Optional.empty(), List.of(), List.of());
    }

    /** A table without a header: {@code role=PATTERN} for each column; the role is {@code -} where it has none. */
    static Shape plain(String separator, String fields) {
        Map<Column, List<String>> roles = new EnumMap<>(Column.class);
        List<Pattern> patterns = new ArrayList<>();
        for (String field : fields.split(" ", -1)) {
            String[] parts = field.split("=", 2);
            if (!parts[0].equals("-")) {
                roles.put(column(parts[0]), List.of(String.valueOf(patterns.size() + 1)));
            }
            patterns.add(Pattern.compile(PATTERNS.getOrDefault(parts[1], parts[1])));
        }
        return new Shape(Kind.PLAIN, separator, roles, Optional.empty(), patterns, List.of());
    }

    /** The same shape of events that are all of one type. */
    Shape all(InteractionType type) {
        return new Shape(kind, separator, columns, Optional.of(type), patterns, elements);
    }

    /** The same shape of JSON events with a list of items. */
    Shape each(String... paths) {
        return new Shape(kind, separator, columns, byDefault, patterns, List.of(paths));
    }

    private static Map<Column, List<String>> roles(String text) {
        Map<Column, List<String>> roles = new EnumMap<>(Column.class);
        for (String role : text.split(" ", -1)) {
            String[] parts = role.split("=", 2);
            roles.put(column(parts[0]), List.of(parts[1].split("[|]", -1)));
        }
        return roles;
    }

    private static Column column(String name) {
        return Column.valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** Whether a file must have this column. */
    boolean needs(Column column) {
        return Column.REQUIRED.contains(column) && !(column == Column.TYPE && byDefault.isPresent());
    }

    /** The number of columns without a header. */
    int width() {
        return patterns.size();
    }

    /** Whether the fields of a line look like this shape. */
    boolean fits(List<String> fields) {
        if (fields.size() != patterns.size()) {
            return false;
        }
        for (int i = 0; i < fields.size(); i++) {
            if (!patterns.get(i).matcher(fields.get(i)).matches()) {
                return false;
            }
        }
        return true;
    }
}
