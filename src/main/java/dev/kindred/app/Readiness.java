package dev.kindred.app;

import dev.kindred.config.KindredConfig;
import dev.kindred.health.Watch;
import dev.kindred.query.Health.Brokers;
import dev.kindred.query.Health.Lag;
import dev.kindred.query.StreamStatus;
import dev.kindred.topology.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;

/**
 * Whether an instance can answer questions; if not, the reason as a sentence.
 *
 * <p>An instance that has run stays ready during a rebalance: it answers for the partitions that it keeps, and forwards
 * the other questions. Otherwise all instances would be taken out of service whenever one starts or stops.
 */
final class Readiness {

    private final KafkaStreams streams;
    private final Topics topics;
    private final Watch watch;
    private final Optional<Duration> maxLag;
    private volatile boolean modelIsRead;
    private volatile boolean hasRun;

    Readiness(KindredConfig config, KafkaStreams streams, Watch watch) {
        this.streams = streams;
        this.topics = config.topics();
        this.watch = watch;
        this.maxLag = config.readyMaxLag();
    }

    /** Matrix and catalog have caught up with their topics after the start. */
    void modelWasRead() {
        modelIsRead = true;
    }

    boolean modelIsRead() {
        return modelIsRead;
    }

    /** All partitions that were assigned after the start are restored. */
    void ran() {
        hasRun = true;
    }

    /** The reason not to ask this instance; empty if it is ready. */
    Optional<String> obstacle() {
        Brokers brokers = watch.brokers();
        State state = streams.state();
        boolean isRunning = state == State.RUNNING || (state == State.REBALANCING && hasRun);
        if (!brokers.reachable() && !(isRunning && modelIsRead)) {
            return Optional.of("the brokers do not answer since " + brokers.since());
        }
        if (!modelIsRead) {
            return Optional.of("the matrix and the catalog are being read from their topics");
        }
        if (!isRunning) {
            return Optional.of("state is being restored, or is moving between instances");
        }
        if (watch.isSuspect()) {
            return Optional.of("the process stood still, and other instances may have its partitions");
        }
        return maxLag.flatMap(this::tooFarBehind);
    }

    private Optional<String> tooFarBehind(Duration limit) {
        Lag lag = watch.lag();
        if (lag.measured().isEmpty()) {
            return Optional.of("the lag is not measured yet, and health.ready.max.lag.seconds limits it");
        }
        List<Integer> own = StreamStatus.partitions(streams, topics);
        Duration age = lag.ofPartitions(own).age().orElse(Duration.ZERO);
        return age.compareTo(limit) > 0
                ? Optional.of("the oldest waiting record is %d s old, and health.ready.max.lag.seconds is %d"
                        .formatted(age.toSeconds(), limit.toSeconds()))
                : Optional.empty();
    }
}
