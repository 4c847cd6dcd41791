package dev.kindred.health;

import dev.kindred.query.Health.Brokers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps whether the brokers answer, and logs one line when they cease to and one when they do again. */
final class BrokerWatch {

    private static final Logger log = LoggerFactory.getLogger(BrokerWatch.class);

    private final String servers;
    private final Clock clock;
    private volatile Brokers current;

    /**
     * Brokers that answer: the process has just asked them.
     *
     * @param servers their addresses, for the log
     */
    BrokerWatch(String servers, Clock clock) {
        this.servers = servers;
        this.clock = clock;
        this.current = new Brokers(true, clock.instant());
    }

    Brokers current() {
        return current;
    }

    /**
     * The brokers did not answer a request.
     *
     * @param asked when it was sent
     */
    void silent(Instant asked) {
        if (current.reachable()) {
            current = new Brokers(false, asked);
            log.warn(
                    "The brokers at {} do not answer since {}: no event is processed until they return; lists are still"
                            + " served from memory",
                    servers,
                    asked);
        }
    }

    /** The brokers answered. */
    void answered() {
        Brokers before = current;
        if (!before.reachable()) {
            current = new Brokers(true, clock.instant());
            log.info(
                    "The brokers answer again, after {} s",
                    Duration.between(before.since(), current.since()).toSeconds());
        }
    }
}
