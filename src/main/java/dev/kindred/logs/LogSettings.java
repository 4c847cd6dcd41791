package dev.kindred.logs;

import dev.kindred.intake.IntakeSettings;
import dev.kindred.model.EventTypes;
import dev.kindred.model.InteractionType;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How to read a log.
 *
 * @param format {@link LogFormat#AUTO} to detect it
 * @param columns name of a column in the file, or path of a field in JSON, by its name in our own format; of a table
 *     without a header, the number of the column from 1
 * @param types types of events by names that replace or extend {@link EventTypes}
 * @param zone of times without one
 * @param rules the rules of the stream
 * @param clock gives the present time, against which events' times are checked
 */
public record LogSettings(
        LogFormat format,
        Map<String, String> columns,
        Map<String, InteractionType> types,
        ZoneId zone,
        IntakeSettings rules,
        Clock clock) {

    public LogSettings {
        for (String column : columns.keySet()) {
            if (Column.named(column).isEmpty()) {
                throw new IllegalArgumentException("unknown column " + column + " to map: choose from user_id, item_id,"
                        + " event_type, timestamp, strength, event_id, amount, quantity");
            }
        }
        columns = new LinkedHashMap<>(columns);
        Map<String, InteractionType> normal = new LinkedHashMap<>();
        types.forEach((name, type) -> normal.put(EventTypes.normal(name), type));
        types = Map.copyOf(normal);
    }

    /** A format without special wishes. */
    public static LogSettings of(LogFormat format) {
        return new LogSettings(format, Map.of(), Map.of(), ZoneOffset.UTC, IntakeSettings.DEFAULT, Clock.systemUTC());
    }

    /** The type of a name in the log. */
    Optional<InteractionType> type(String name) {
        InteractionType own = types.isEmpty() ? null : types.get(EventTypes.normal(name));
        return own != null ? Optional.of(own) : EventTypes.named(name);
    }

    /** The column in the file that has a meaning, if that was given. */
    Optional<String> given(Column column) {
        return Optional.ofNullable(columns.get(column.title()));
    }
}
