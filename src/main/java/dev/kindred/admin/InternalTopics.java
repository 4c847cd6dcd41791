package dev.kindred.admin;

import dev.kindred.topology.Stores;
import java.util.List;
import java.util.Set;

/** The topics that Kafka Streams makes for an application. */
final class InternalTopics {

    private InternalTopics() {}

    /**
     * Those of an application that exist, by their full names: a prefix alone would also hit an application whose name
     * begins alike.
     */
    static List<String> of(String applicationId, Set<String> existing) {
        return Stores.LOGGED.stream()
                .map(store -> applicationId + "-" + store + "-changelog")
                .filter(existing::contains)
                .toList();
    }
}
