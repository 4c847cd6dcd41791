package dev.kindred.lab.bench;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** Sends requests to a server over kept-alive connections. */
interface LoadGenerator {

    /** The name in a report. */
    String name();

    /**
     * Requests random paths.
     *
     * @param server scheme, host and port
     * @param paths percent-encoded, with queries; at least one
     * @throws IOException if the server cannot be reached
     * @throws InterruptedException if the thread is interrupted while it waits for the end
     */
    Load measure(URI server, List<String> paths, Duration duration) throws IOException, InterruptedException;
}
