package dev.kindred.health;

import dev.kindred.query.Health;
import dev.kindred.query.Health.Brokers;
import dev.kindred.query.Health.Lag;
import dev.kindred.query.Health.Standby;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.LagInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the brokers, the lag and the standby copies of an instance every few seconds, with a consumer and two threads
 * of its own, so that it notices when the stream does not. Thread safe.
 */
public final class Watch implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Watch.class);
    private static final Duration EVERY = Duration.ofSeconds(3);
    private static final Duration TIMEOUT = Duration.ofSeconds(5); // of a request to the brokers
    private static final Duration BEAT = Duration.ofMillis(200);

    private final KafkaStreams streams;
    private final Runnable moreToDo;
    private final Clock clock;
    private final BrokerWatch brokers;
    private final InputLag inputLag;
    private final Pulse pulse;
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(2, Watch::thread);
    private volatile Lag lag = Lag.UNKNOWN;
    private volatile List<Standby> standbys = List.of();
    private boolean isRefused; // owned by the looking thread

    /**
     * A watch that has not begun.
     *
     * @param moreToDo is called at every look
     */
    public Watch(WatchSettings settings, KafkaStreams streams, Runnable moreToDo, Clock clock) {
        this.streams = streams;
        this.moreToDo = moreToDo;
        this.clock = clock;
        this.brokers = new BrokerWatch(settings.servers(), clock);
        this.inputLag = new InputLag(
                InputLag.consumer(settings.client(), settings.application()),
                settings.inputPartitions(),
                settings.events(),
                TIMEOUT,
                clock);
        this.pulse = new Pulse(settings.toleratedPause(), System::nanoTime);
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "watch");
        thread.setDaemon(true);
        return thread;
    }

    /** Begins to look. */
    @SuppressWarnings("FutureReturnValueIgnored") // both tasks repeat until close, and catch what fails
    public void start() {
        threads.scheduleWithFixedDelay(this::look, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
        threads.scheduleWithFixedDelay(pulse::beat, 0, BEAT.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        Instant asked = clock.instant();
        try {
            moreToDo.run();
            lag = new Lag(Optional.of(asked), inputLag.measure());
            isRefused = false;
            brokers.answered();
            standbys = copies();
        } catch (InterruptException e) {
            Thread.currentThread().interrupt(); // this is being closed
        } catch (RetriableException e) {
            brokers.silent(asked);
        } catch (KafkaException e) {
            brokers.answered();
            warnOnce(e);
        } catch (RuntimeException e) { // the next look may succeed, and must take place
            warnOnce(e);
        }
    }

    private void warnOnce(RuntimeException failure) {
        if (!isRefused) {
            log.warn(
                    "The lag cannot be measured; allow this instance to describe its inputs and its group: {}",
                    failure.toString());
        }
        isRefused = true;
        lag = Lag.UNKNOWN;
    }

    /** The copies of stores; asks the brokers for the ends of their changelogs. */
    private List<Standby> copies() {
        boolean hasNone = !streams.state().isRunningOrRebalancing()
                || streams.metadataForLocalThreads().stream()
                        .allMatch(thread -> thread.standbyTasks().isEmpty());
        if (hasNone) {
            return List.of();
        }
        var lags = streams.allLocalStorePartitionLags();
        List<Standby> copies = new ArrayList<>();
        streams.metadataForLocalThreads().stream()
                .flatMap(thread -> thread.standbyTasks().stream())
                .map(task -> task.taskId().partition())
                .forEach(partition -> lags.forEach((store, byPartition) -> {
                    LagInfo copy = byPartition.get(partition);
                    if (copy != null) {
                        copies.add(new Standby(store, partition, copy.offsetLag()));
                    }
                }));
        return copies;
    }

    /** Whether the brokers answer. */
    public Brokers brokers() {
        return brokers.current();
    }

    /** The lag of the last look. */
    public Lag lag() {
        return lag;
    }

    /** The standby copies of the last look. */
    public List<Health.Standby> standbys() {
        return standbys;
    }

    /** Whether the process stood still so long that others may have taken its partitions. */
    public boolean isSuspect() {
        return pulse.isSuspect();
    }

    /** To be called when the stream runs after a rebalance. */
    public void rejoined() {
        pulse.rejoined();
    }

    /** Ends within a few seconds, whether the brokers answer or not. */
    @Override
    public void close() {
        threads.shutdownNow();
        try {
            boolean ended = threads.awaitTermination(2, TimeUnit.SECONDS);
            if (ended) { // else the consumer is in use, and its threads are daemons
                inputLag.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
