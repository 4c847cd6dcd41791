package dev.kindred.lab.bench;

import dev.kindred.config.KindredConfig;

/** Something that reads the events topic, and is measured at it. */
interface Subject {

    String name();

    /** The topic that gets one record for each event. */
    String output(KindredConfig config);

    /** The consumer group under which it commits what it has done. */
    String group(KindredConfig config);

    /** Starts it; closing what is returned stops it. */
    AutoCloseable start(KindredConfig config);
}
