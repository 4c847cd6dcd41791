package dev.kindred.replay;

import dev.kindred.logs.LogLine;
import java.util.List;

/**
 * What a replay or an import did.
 *
 * @param sent events or items that are now in the topic
 * @param rejected lines that are none
 * @param examples the first of those
 * @param lines that were dealt with, skipped ones included: what to skip in order to go on
 * @param complete whether the end of the file, or the limit, was reached
 */
public record ReplayReport(long sent, long rejected, List<LogLine.Rejected<?>> examples, long lines, boolean complete) {

    public ReplayReport {
        examples = List.copyOf(examples);
    }
}
