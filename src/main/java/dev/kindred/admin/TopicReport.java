package dev.kindred.admin;

import java.util.List;

/**
 * What was found, and done, about the topics.
 *
 * @param created names of topics that are new
 * @param existing names of topics that were already there and were left alone
 * @param missing names of topics that are not there
 * @param differences one sentence for each thing about an existing topic that would break the stream or lose data
 */
public record TopicReport(List<String> created, List<String> existing, List<String> missing, List<String> differences) {

    public TopicReport {
        created = List.copyOf(created);
        existing = List.copyOf(existing);
        missing = List.copyOf(missing);
        differences = List.copyOf(differences);
    }

    /** Whether the stream can start: nothing is missing and nothing differs. */
    public boolean isReady() {
        return missing.isEmpty() && differences.isEmpty();
    }
}
