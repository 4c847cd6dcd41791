package dev.kindred.lab.bench;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * The options of the HTTP bench.
 *
 * @param users least number of users before the requests start
 * @param events least number of events before the requests start
 * @param items of the simulated shop
 * @param partitions of all topics
 * @param threads of the stream
 * @param guarantee a value of {@code processing.guarantee}
 * @param rounds number of turns of each kind of request; medians are reported
 * @param connections of a closed loop
 * @param duration of each turn
 * @param rate requests per second of the open loop
 * @param eventsRate events per second that stream in meanwhile
 * @param ownClient whether to skip wrk even if it is installed
 * @param overrides settings of the application, by key
 */
public record HttpBenchSettings(
        int users,
        long events,
        int items,
        int partitions,
        int threads,
        String guarantee,
        int rounds,
        int connections,
        Duration duration,
        double rate,
        double eventsRate,
        boolean ownClient,
        Map<String, String> overrides) {

    public HttpBenchSettings {
        overrides = Map.copyOf(overrides);
    }

    /** The shop has twice as many shoppers, because many of them arrive late. */
    EnvironmentSettings environment() {
        Map<String, String> settings = new HashMap<>(overrides);
        settings.putAll(Map.of("http.enabled", "true", "http.host", "127.0.0.1", "http.port", "0"));
        return new EnvironmentSettings(2 * users, items, partitions, threads, settings);
    }
}
