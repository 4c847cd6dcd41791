package dev.kindred.lab.bench;

import java.time.Duration;

/**
 * The options of the HTTP bench.
 *
 * @param environment the size of the shop and of the stream; its users are the least number before the requests start
 * @param events least number of events before the requests start
 * @param guarantee a value of {@code processing.guarantee}
 * @param rounds number of turns of each kind of request; medians are reported
 * @param connections of a closed loop
 * @param duration of each turn
 * @param rate requests per second of the open loop
 * @param eventsRate events per second that stream in meanwhile
 * @param ownClient whether to skip wrk even if it is installed
 */
public record HttpBenchSettings(
        EnvironmentSettings environment,
        long events,
        String guarantee,
        int rounds,
        int connections,
        Duration duration,
        double rate,
        double eventsRate,
        boolean ownClient) {}
