package dev.kindred.query;

import java.util.OptionalDouble;

/**
 * The work of an instance during some seconds.
 *
 * @param timeMs the end of these seconds, in epoch milliseconds
 * @param eventsPerSecond accepted events
 * @param listsPerSecond refreshed lists
 * @param requestsPerSecond answered HTTP requests
 * @param latencyP50Ms the median time from an event to its list, to the width of a histogram's bucket; empty if no list was
 *     refreshed
 * @param latencyP99Ms the same, 99th percentile
 * @param waiting records of all inputs that wait
 * @param rejected dead letters since the start
 * @param heapBytes used heap
 */
public record LiveSample(
        long timeMs,
        double eventsPerSecond,
        double listsPerSecond,
        double requestsPerSecond,
        OptionalDouble latencyP50Ms,
        OptionalDouble latencyP99Ms,
        long waiting,
        long rejected,
        long heapBytes) {}
