package dev.kindred.admin;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Tells an application's own topics from those of others by their names. */
final class InternalTopics {

    private InternalTopics() {}

    /**
     * Changelog and repartition topics that Kafka Streams made for an application.
     *
     * @param groups all consumer groups: {@code kindred-eu-x-changelog} belongs to {@code kindred-eu} if there is such
     *     a group, and to {@code kindred} otherwise
     */
    static List<String> of(String applicationId, Set<String> groups, Collection<String> topics) {
        return topics.stream()
                .filter(topic -> topic.endsWith("-changelog") || topic.endsWith("-repartition"))
                .filter(topic -> belongs(applicationId, topic))
                .filter(topic -> groups.stream()
                        .filter(group -> belongs(applicationId, group))
                        .noneMatch(group -> belongs(group, topic)))
                .sorted()
                .toList();
    }

    private static boolean belongs(String applicationId, String name) {
        return name.startsWith(applicationId + "-");
    }
}
