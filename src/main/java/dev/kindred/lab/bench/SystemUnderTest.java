package dev.kindred.lab.bench;

import dev.kindred.app.KindredApp;
import dev.kindred.config.KindredConfig;
import dev.kindred.topology.Topics;
import java.util.function.Function;

/**
 * A system that reads the events topic, and whose speed is measured.
 *
 * @param name in reports
 * @param output the topic that receives one record for each event
 * @param group the consumer group of its commits
 * @param starter starts it; closing the result stops it
 */
record SystemUnderTest(
        String name,
        Function<Topics, String> output,
        Function<KindredConfig, String> group,
        Function<KindredConfig, AutoCloseable> starter) {

    /** The product: a refreshed list for every event. */
    static final SystemUnderTest KINDRED =
            new SystemUnderTest("kindred", Topics::recommendations, KindredConfig::applicationId, KindredApp::start);

    String output(KindredConfig config) {
        return output.apply(config.topics());
    }

    String group(KindredConfig config) {
        return group.apply(config);
    }

    AutoCloseable start(KindredConfig config) {
        return starter.apply(config);
    }
}
