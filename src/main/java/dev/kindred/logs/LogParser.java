package dev.kindred.logs;

import dev.kindred.model.Interaction;
import java.util.List;

/** Parses the lines of one log into events. */
interface LogParser {

    /**
     * The events of a line, accepted or rejected.
     *
     * @throws RejectedLineException if the line holds no event at all
     */
    List<LogLine<Interaction>> parse(long lineNumber, String line) throws RejectedLineException;
}
