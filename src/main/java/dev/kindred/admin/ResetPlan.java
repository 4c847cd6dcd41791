package dev.kindred.admin;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The things that a reset would delete, for display before the reset.
 *
 * @param group the consumer group whose positions are deleted; empty if there is none
 * @param internalTopics internal topics of the application, which are deleted
 * @param emptiedTopics topics that stay and lose their records
 * @param stateDirectory the local stores; empty if there are none on this machine
 */
public record ResetPlan(
        Optional<String> group,
        List<String> internalTopics,
        List<String> emptiedTopics,
        Optional<Path> stateDirectory) {

    public ResetPlan {
        internalTopics = List.copyOf(internalTopics);
        emptiedTopics = List.copyOf(emptiedTopics);
    }

    /** One line for each thing to delete; empty if there is nothing to do. */
    public List<String> lines() {
        return Stream.of(
                        group.stream().map(name -> "positions of consumer group " + name),
                        internalTopics.stream().map(name -> "topic " + name),
                        emptiedTopics.stream().map(name -> "all records of topic " + name),
                        stateDirectory.stream().map(path -> "directory " + path))
                .flatMap(lines -> lines)
                .toList();
    }
}
