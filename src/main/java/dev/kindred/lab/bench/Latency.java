package dev.kindred.lab.bench;

import dev.kindred.replay.Pace;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The time from an event's arrival at the broker until a consumer has its output, at a steady rate. The first
 * third of the time warms up and is not counted.
 *
 * @param p50Ms half of the outputs arrive within this time
 * @param p99Ms 99 in 100 outputs arrive within this time
 */
record Latency(double p50Ms, double p99Ms) {

    private static final long LONGEST_MS = 60_000;

    static Latency measure(Environment environment, SystemUnderTest system, BenchSettings settings) throws Exception {
        try (AutoCloseable running = system.start(environment.config());
                Watcher watcher = new Watcher(
                        environment, system, settings.latencyDuration().dividedBy(3))) {
            watcher.start();
            long events =
                    (long) (settings.latencyRate() * settings.latencyDuration().toMillis() / 1000);
            environment.send(events, Pace.perSecond(settings.latencyRate()));
            return watcher.result();
        }
    }

    private static final class Watcher extends Thread implements AutoCloseable {

        private final Histogram histogram = new Histogram(LONGEST_MS, 3);
        private final Consumer<byte[], byte[]> consumer;
        private final Duration warmUp;
        private volatile boolean closed;

        Watcher(Environment environment, SystemUnderTest system, Duration warmUp) {
            super("latency-watcher");
            this.warmUp = warmUp;
            Map<String, Object> properties = new HashMap<>(environment.config().clientProperties());
            properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
            properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
            consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
            List<TopicPartition> partitions = consumer.partitionsFor(system.output(environment.config())).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
        }

        @Override
        public void run() {
            long countFrom = 0;
            while (!closed) {
                for (ConsumerRecord<byte[], byte[]> output : consumer.poll(Duration.ofMillis(50))) {
                    long nowMs = System.currentTimeMillis();
                    countFrom = countFrom == 0 ? output.timestamp() + warmUp.toMillis() : countFrom;
                    if (output.timestamp() >= countFrom) {
                        histogram.recordValue(Math.max(0, Math.min(nowMs - output.timestamp(), LONGEST_MS)));
                    }
                }
            }
            consumer.close();
        }

        Latency result() throws InterruptedException {
            Thread.sleep(1000); // the last outputs
            close();
            return new Latency(histogram.getValueAtPercentile(50), histogram.getValueAtPercentile(99));
        }

        @Override
        public void close() throws InterruptedException {
            closed = true;
            join();
        }
    }
}
