package dev.kindred.replay;

import dev.kindred.logs.LogLine;
import java.util.List;
import java.util.Map;

/**
 * The result of a replay or an import.
 *
 * @param sent number of events or items sent to the topic
 * @param rejected number of invalid lines
 * @param examples the first invalid lines
 * @param rules the commonest reasons without values, with their numbers of lines, the greatest first
 * @param losses the commonest reasons for which a field was left out, with their numbers, the greatest first
 * @param lines number of processed lines, including skipped ones: the value of {@code --skip} to continue
 * @param complete whether the end of the file, or the limit, was reached
 */
public record ReplayReport(
        long sent,
        long rejected,
        List<LogLine.Rejected<?>> examples,
        Map<String, Long> rules,
        Map<String, Long> losses,
        long lines,
        boolean complete) {

    public ReplayReport {
        examples = List.copyOf(examples);
    }
}
