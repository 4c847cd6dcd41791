package dev.kindred.logs;

import dev.kindred.model.Interaction;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A whole log in memory.
 *
 * @param events in the order of the file, without event ids and amounts, because an evaluation counts every line once, and
 *     without impressions
 * @param rejected the number of lines that are not valid events
 * @param examples the first rejected lines
 */
public record EventLog(List<Interaction> events, long rejected, List<LogLine.Rejected<Interaction>> examples) {

    private static final int EXAMPLES = 5;

    /**
     * Reads a log.
     *
     * @throws IOException if the file cannot be read, or its format is unknown
     */
    public static EventLog read(Path file, LogFormat format) throws IOException {
        return read(file, LogSettings.of(format));
    }

    /**
     * Reads a log.
     *
     * @throws IOException if the file cannot be read, or its format is unknown
     */
    public static EventLog read(Path file, LogSettings settings) throws IOException {
        List<Interaction> events = new ArrayList<>();
        List<LogLine.Rejected<Interaction>> examples = new ArrayList<>();
        Map<String, String> ids = new HashMap<>(); // one object per id: a log repeats them
        long rejected = 0;
        try (LogReader log = LogReader.open(file, settings)) {
            while (log.hasNext()) {
                LogLine<Interaction> line = log.next();
                if (line instanceof LogLine.Accepted<Interaction> accepted) {
                    if (accepted.content().type().isTouch()) {
                        events.add(compact(accepted.content(), ids));
                    }
                } else if (line instanceof LogLine.Rejected<Interaction> bad && rejected++ < EXAMPLES) {
                    examples.add(bad);
                }
            }
        }
        return new EventLog(events, rejected, examples);
    }

    private static Interaction compact(Interaction event, Map<String, String> ids) {
        return new Interaction(
                Optional.empty(),
                ids.computeIfAbsent(event.userId(), id -> id),
                ids.computeIfAbsent(event.itemId(), id -> id),
                event.type(),
                event.timestampMs(),
                event.strength());
    }
}
