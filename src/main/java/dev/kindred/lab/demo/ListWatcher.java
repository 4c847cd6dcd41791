package dev.kindred.lab.demo;

import dev.kindred.app.Topologies;
import dev.kindred.config.KindredConfig;
import dev.kindred.model.Recommendations;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Consumes the refreshed lists: counts them, keeps the last one, and measures the time from sending an event to
 * receiving its list. Lists that clicks on lists have refreshed do not count. A list carries the timestamp of its event's record.
 */
final class ListWatcher implements AutoCloseable {

    private static final long LONGEST_MS = Duration.ofHours(1).toMillis();

    private final KafkaConsumer<String, Recommendations> consumer;
    private final Consumer<Recommendations> audience;
    private final Histogram latenciesMs = new ConcurrentHistogram(LONGEST_MS, 3);
    private final AtomicLong lists = new AtomicLong();
    private final Thread thread;
    private volatile @Nullable Recommendations latest;
    private volatile boolean closed;

    ListWatcher(KindredConfig config) {
        this(config, list -> {});
    }

    /** @param audience is shown every list that it did not cause itself, by the thread of this watcher */
    ListWatcher(KindredConfig config, Consumer<Recommendations> audience) {
        this.audience = audience;
        consumer = new KafkaConsumer<>(
                properties(config),
                new StringDeserializer(),
                Topologies.serdes(config).recommendationsDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(config.topics().recommendations()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position); // now, not at the first poll
        thread = new Thread(this::watch, "list-watcher");
        thread.start();
    }

    private static Map<String, Object> properties(KindredConfig config) {
        Map<String, Object> properties = new HashMap<>(config.clientProperties());
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 10);
        return properties;
    }

    private void watch() {
        while (!closed) {
            // null if a user was merged or erased
            for (ConsumerRecord<String, Recommendations> list : consumer.poll(Duration.ofMillis(100))) {
                if (list.value() != null && !Audience.isEffect(list.value())) {
                    take(list);
                    audience.accept(list.value());
                }
            }
        }
        consumer.close();
    }

    private void take(ConsumerRecord<String, Recommendations> list) {
        long latencyMs = System.currentTimeMillis() - list.timestamp();
        latenciesMs.recordValue(Math.max(0, Math.min(latencyMs, LONGEST_MS)));
        Recommendations shown = latest;
        if (shown == null || interest(list.value()) >= interest(shown)) {
            latest = list.value();
        }
        lists.incrementAndGet();
    }

    /** Greater for a list that is more worth showing: a personal one, then a fallback, then an empty one. */
    private static int interest(Recommendations list) {
        if (list.items().isEmpty()) {
            return 0;
        }
        return list.hasFallback() ? 1 : 2;
    }

    long count() {
        return lists.get();
    }

    Optional<Recommendations> latest() {
        Recommendations list = latest;
        latest = null;
        return Optional.ofNullable(list);
    }

    /** Milliseconds within which this percentage of lists arrived. */
    long latencyMs(double percentile) {
        return latenciesMs.getValueAtPercentile(percentile);
    }

    @Override
    public void close() {
        closed = true;
        boolean interrupted = Thread.interrupted(); // closing continues after Ctrl-C
        try {
            thread.join(Duration.ofSeconds(10).toMillis());
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
