package dev.kindred.logs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The columns of a log and their meaning.
 *
 * @param format never {@link LogFormat#AUTO}
 * @param separator between fields
 * @param header whether the first line names the columns
 * @param names of all columns, in the order of the file, in lower case
 * @param roles the names of the columns in use; without a type, every line is a rating
 */
record Layout(LogFormat format, char separator, boolean header, List<String> names, Map<Column, String> roles) {

    private static final Map<LogFormat, Map<Column, String>> WITH_HEADER = Map.of(
            LogFormat.CSV,
            Map.of(
                    Column.USER, "user_id",
                    Column.ITEM, "item_id",
                    Column.TYPE, "event_type",
                    Column.TIMESTAMP, "timestamp",
                    Column.STRENGTH, "strength",
                    Column.EVENT_ID, "event_id",
                    Column.AMOUNT, "amount"),
            LogFormat.MOVIELENS,
            Map.of(
                    Column.USER, "userid",
                    Column.ITEM, "movieid",
                    Column.STRENGTH, "rating",
                    Column.TIMESTAMP, "timestamp"),
            LogFormat.RETAILROCKET,
            Map.of(
                    Column.USER, "visitorid",
                    Column.ITEM, "itemid",
                    Column.TYPE, "event",
                    Column.TIMESTAMP, "timestamp"));

    private static final List<Column> OPTIONAL_IN_CSV = List.of(Column.STRENGTH, Column.EVENT_ID, Column.AMOUNT);

    /** Alibaba's UserBehavior. */
    static final Layout TAOBAO = new Layout(
            LogFormat.TAOBAO,
            ',',
            false,
            List.of("user", "item", "category", "type", "timestamp"),
            Map.of(
                    Column.USER, "user",
                    Column.ITEM, "item",
                    Column.TYPE, "type",
                    Column.TIMESTAMP, "timestamp"));

    /** The {@code u.data} of MovieLens 100k. */
    static final Layout MOVIELENS_TABS = new Layout(
            LogFormat.MOVIELENS,
            '\t',
            false,
            List.of("user", "item", "rating", "timestamp"),
            Map.of(
                    Column.USER, "user",
                    Column.ITEM, "item",
                    Column.STRENGTH, "rating",
                    Column.TIMESTAMP, "timestamp"));

    /** The layout of a header; empty if it lacks a column of the format or the format has no header. */
    static Optional<Layout> ofHeader(LogFormat format, List<String> names) {
        return WITH_HEADER.containsKey(format) && missing(format, names).isEmpty()
                ? Optional.of(new Layout(format, ',', true, names, WITH_HEADER.get(format)))
                : Optional.empty();
    }

    /** The columns of a format with a header that are not among some names. */
    static List<String> missing(LogFormat format, List<String> names) {
        List<String> missing = new ArrayList<>();
        WITH_HEADER.getOrDefault(format, Map.of()).forEach((column, name) -> {
            boolean optional = format == LogFormat.CSV && OPTIONAL_IN_CSV.contains(column);
            if (!optional && !names.contains(name)) {
                missing.add(name);
            }
        });
        missing.sort(null);
        return missing;
    }

    /** The index of a column; -1 if this log has none. */
    int position(Column column) {
        String name = roles.get(column);
        return name == null ? -1 : names.indexOf(name);
    }

    /** The name of a column in this log. */
    String name(Column column) {
        return roles.getOrDefault(column, column.name());
    }
}
