package dev.kindred.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import java.util.Set;

/**
 * Keeps the few metrics of Kafka Streams and its clients that tell an operator something which those of Kindred do not;
 * all of them are thousands of series. {@code src/METRICS.md} lists them.
 */
final class EssentialKafka implements MeterFilter {

    private static final String PREFIX = "kafka.";

    static final Set<String> NAMES = Set.of(
            "kafka.stream.alive.stream.threads",
            "kafka.stream.failed.stream.threads",
            "kafka.stream.thread.process.rate",
            "kafka.stream.thread.process.ratio",
            "kafka.stream.thread.commit.latency.max",
            "kafka.consumer.coordinator.rebalance.total",
            "kafka.consumer.coordinator.failed.rebalance.total",
            "kafka.consumer.coordinator.last.heartbeat.seconds.ago",
            "kafka.consumer.fetch.manager.records.consumed.rate",
            "kafka.producer.record.error.total",
            "kafka.producer.record.retry.total",
            "kafka.producer.request.latency.max");

    @Override
    public MeterFilterReply accept(Meter.Id id) {
        boolean isLeftOut = id.getName().startsWith(PREFIX) && !NAMES.contains(id.getName());
        return isLeftOut ? MeterFilterReply.DENY : MeterFilterReply.NEUTRAL;
    }
}
