package dev.kindred.admin;

import java.util.List;

/**
 * The result of checking and creating topics.
 *
 * @param created names of created topics
 * @param existing names of topics that existed and were not changed
 * @param missing names of topics that do not exist
 * @param differences one sentence for each difference of an existing topic that would break the stream or lose data
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
