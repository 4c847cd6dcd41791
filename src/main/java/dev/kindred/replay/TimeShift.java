package dev.kindred.replay;

import dev.kindred.logs.LogLine;
import dev.kindred.logs.LogReader;
import dev.kindred.logs.LogSettings;
import dev.kindred.model.Interaction;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Moves all events of a log in time, so that an old log can be tried beside live events.
 *
 * @param ms added to every time
 */
public record TimeShift(long ms) {

    /** Leaves the times as they are. */
    public static final TimeShift NONE = new TimeShift(0);

    /**
     * The shift that gives a time to the newest valid event of a log, which is read for it.
     *
     * @throws IOException if the log cannot be read
     */
    public static TimeShift to(long endMs, Path file, LogSettings settings) throws IOException {
        long newest = Long.MIN_VALUE;
        try (LogReader log = LogReader.open(file, settings)) {
            while (log.hasNext()) {
                if (log.next() instanceof LogLine.Accepted<Interaction> event) {
                    newest = Math.max(newest, event.content().timestampMs());
                }
            }
        }
        return newest == Long.MIN_VALUE ? NONE : new TimeShift(endMs - newest);
    }

    /** The event at its new time. */
    Interaction moved(Interaction event) {
        return ms == 0
                ? event
                : new Interaction(
                        event.eventId(),
                        event.userId(),
                        event.itemId(),
                        event.type(),
                        event.timestampMs() + ms,
                        event.strength(),
                        event.amount());
    }
}
