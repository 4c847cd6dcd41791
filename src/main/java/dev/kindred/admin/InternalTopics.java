package dev.kindred.admin;

import dev.kindred.topology.Stores;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The topics that Kafka Streams creates for an application. */
final class InternalTopics {

    private InternalTopics() {}

    /**
     * The existing topics of an application, by their full names: a prefix alone would also match an application whose
     * name has the same prefix.
     */
    static List<String> of(String applicationId, Set<String> existing) {
        return all(applicationId).stream().filter(existing::contains).toList();
    }

    /** The names of all of them. */
    static List<String> all(String applicationId) {
        return Stream.of(Stores.LOGGED, Stores.LOGGED_FEEDBACK, Stores.LOGGED_LEARNING)
                .flatMap(List::stream)
                .map(store -> applicationId + "-" + store + "-changelog")
                .toList();
    }
}
