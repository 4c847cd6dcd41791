package dev.kindred.lab.bench;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** Asks a server over connections that are kept alive. */
interface LoadGenerator {

    /** What it is called in a report. */
    String name();

    /**
     * Asks for random paths.
     *
     * @param server scheme, host and port
     * @param paths percent-encoded, with queries; at least one
     * @throws IOException if it cannot ask at all
     * @throws InterruptedException if the thread is interrupted while it waits for the end
     */
    Load measure(URI server, List<String> paths, Duration duration) throws IOException, InterruptedException;
}
