package dev.kindred.lab.bench;

import dev.kindred.config.KindredConfig;

/** A system that reads the events topic, and whose speed is measured. */
interface SystemUnderTest {

    String name();

    /** The topic that receives one record for each event. */
    String output(KindredConfig config);

    /** The consumer group of its commits. */
    String group(KindredConfig config);

    /** Starts it; closing the result stops it. */
    AutoCloseable start(KindredConfig config);
}
