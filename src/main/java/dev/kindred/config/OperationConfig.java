package dev.kindred.config;

import static dev.kindred.config.Limit.between;

import java.time.Duration;
import java.util.List;

/** The settings of the life of the process: how it starts, ends, and reports. */
final class OperationConfig {

    static final String ESSENTIAL = "essential";

    static final Group OPERATION = new Group("Operation");

    static final Setting<Duration> STARTUP_WAIT =
            OPERATION.duration("startup.wait.ms", Duration.ofMinutes(5), between(0, 86_400_000), """
            How long 'run' waits at its start for brokers that do not answer. Lower it when a supervisor should be told
            sooner; 0 gives up after the first attempt.""");

    static final Setting<Duration> SHUTDOWN_TIMEOUT =
            OPERATION.duration("shutdown.timeout.ms", Duration.ofSeconds(20), between(1000, 600_000), """
            The longest time from SIGTERM to the end of the process; work that does not end in time is repeated at the
            next start. Keep it below the time after which your supervisor kills, 30 s in Kubernetes.""");

    static final Setting<Boolean> RECOVER = OPERATION.flag("state.recover", false, """
            true deletes a local store that cannot be read, and restores it from Kafka. Change it to true when the log
            says that a store is corrupt, or for good when nobody needs to examine the broken files.""");

    static final Setting<Long> READY_MAX_LAG =
            OPERATION.whole("health.ready.max.lag.seconds", 0, between(0, 31_536_000), """
            An instance is not ready while its oldest waiting event is older than this; 0 sets no limit. Set it when a
            load balancer should prefer instances with fresh lists.""");

    static final Setting<String> KAFKA_METRICS =
            OPERATION.text("metrics.kafka", ESSENTIAL, Limit.oneOf(List.of(ESSENTIAL, "all")), """
            Which metrics of Kafka's clients /metrics has: those that the alerts and the dashboard use, or all, which
            are thousands of series. Change it to all to analyze a problem of a client.""");

    static final Setting<String> LOG_FORMAT =
            OPERATION.text("log.format", "text", Limit.oneOf(List.of("text", "json")), """
            The format of the log of 'run': lines for people, or one JSON object per line. Change it to json when a
            program collects the log. To configure the log itself, start Java with -Dlogback.configurationFile=FILE.""");

    private OperationConfig() {}
}
