package dev.kindred.logs;

import dev.kindred.model.InteractionType;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The columns of a file, and what they mean.
 *
 * @param format never {@link LogFormat#AUTO}
 * @param separator between fields; empty for JSON
 * @param names of all columns, in the order of the file, in lower case; of a file without a header, their numbers
 * @param roles the names of the columns in use
 */
record Layout(LogFormat format, Shape shape, String separator, List<String> names, Map<Column, String> roles) {

    /** The layout of a table with these names; empty if it lacks a column that the shape needs. */
    static Optional<Layout> of(LogFormat format, Shape shape, String separator, List<String> names) {
        Map<Column, String> roles = new EnumMap<>(Column.class);
        shape.columns()
                .forEach((column, candidates) -> candidates.stream()
                        .filter(names::contains)
                        .findFirst()
                        .ifPresent(name -> roles.put(column, name)));
        boolean complete = shape.columns().keySet().stream()
                .allMatch(column -> roles.containsKey(column) || !isNeeded(shape, column));
        return complete ? Optional.of(new Layout(format, shape, separator, names, roles)) : Optional.empty();
    }

    /** Ratings without a rating would all have the same strength. */
    private static boolean isNeeded(Shape shape, Column column) {
        return shape.needs(column)
                || (column == Column.STRENGTH
                        && shape.byDefault()
                                .filter(type -> type == InteractionType.RATING)
                                .isPresent());
    }

    boolean header() {
        return shape.kind() == Shape.Kind.HEADER;
    }

    /** The index of a column; -1 if this log has none. */
    int position(Column column) {
        String name = roles.get(column);
        return name == null ? -1 : names.indexOf(name);
    }

    /** The name of a column in this log; its name in our own format if the log has no names. */
    String name(Column column) {
        return header() ? roles.getOrDefault(column, column.title()) : column.title();
    }
}
