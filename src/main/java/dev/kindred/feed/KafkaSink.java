package dev.kindred.feed;

import dev.kindred.intake.RecordSink;
import dev.kindred.intake.SinkUnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.ApplicationRecoverableException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;

/**
 * A topic as a sink. The first record opens its producer, so an instance without records has no producer.
 *
 * <p>The records of one user or item keep their order: they have one key, so one partition, and an idempotent producer
 * appends to a partition in the order of the calls, also after retries. When a call returns, all in-sync replicas have
 * its records, so the records of a later call follow them, on any instance.
 *
 * <p>A call returns or throws after at most one and a half times the patience: half of the patience is for reaching the
 * cluster. Records that the brokers have not accepted by then expire soon after, so that no backlog grows during an
 * outage.
 */
public final class KafkaSink<T, V> implements RecordSink<T>, AutoCloseable {

    private final FeedSettings settings;
    private final Feed.Topic<T, V> topic;
    private @Nullable Producer<String, V> producer; // guarded by this
    private boolean closed; // guarded by this

    /** A sink that has not connected yet. */
    public KafkaSink(FeedSettings settings, Feed.Topic<T, V> topic) {
        this.settings = settings;
        this.topic = topic;
    }

    private synchronized Producer<String, V> producer() {
        if (closed) {
            throw new IllegalStateException("the sink is closed");
        }
        Producer<String, V> open = producer;
        if (open == null) {
            open = topic.open(settings.client(), bounds(settings.patience()));
            producer = open;
        }
        return open;
    }

    /** Half the patience for one attempt leaves time for a second one. */
    private static Map<String, Object> bounds(Duration patience) {
        int ms = Math.toIntExact(patience.toMillis());
        return Map.of(
                ProducerConfig.MAX_BLOCK_MS_CONFIG, ms / 2,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, ms / 2,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, ms);
    }

    /**
     * {@inheritDoc}
     *
     * @throws KafkaException if the failure needs a change first, such as a permission
     */
    @Override
    public void send(List<T> records) {
        long deadlineNs = System.nanoTime() + settings.patience().toNanos();
        Delivery delivery = new Delivery(records.size());
        try {
            boolean allSent = sendAll(records, delivery, deadlineNs);
            boolean allEnded = allSent && delivery.await(Duration.ofNanos(deadlineNs - System.nanoTime()));
            check(delivery, allEnded, records.size());
        } catch (InterruptedException | InterruptException e) {
            Thread.currentThread().interrupt();
            throw SinkUnavailableException.unconfirmed(delivery.confirmed(), records.size(), e);
        }
    }

    /** Returns whether all records were sent; after a failure or a timeout it does not send the rest. */
    private boolean sendAll(List<T> records, Delivery delivery, long deadlineNs) {
        Producer<String, V> open = producer();
        for (T next : records) {
            if (delivery.failure().isPresent() || System.nanoTime() - deadlineNs > 0) {
                return false;
            }
            var unused = open.send(topic.record(next), delivery);
        }
        return true;
    }

    private void check(Delivery delivery, boolean allEnded, int records) {
        Optional<Exception> failure = delivery.failure();
        if (failure.isPresent() && !isPassing(failure.get())) {
            throw new KafkaException("cannot write to " + topic.name(), failure.get());
        }
        if (failure.isPresent() || !allEnded) {
            throw SinkUnavailableException.unconfirmed(
                    delivery.confirmed(), records, failure.orElseGet(() -> new TimeoutException("no answer in time")));
        }
    }

    /** Whether a retry may succeed without any change. */
    private static boolean isPassing(Exception failure) {
        return failure instanceof RetriableException
                || failure instanceof ApplicationRecoverableException
                || failure instanceof OutOfOrderSequenceException;
    }

    /** Completes pending records within the patience. */
    @Override
    public synchronized void close() {
        closed = true;
        Producer<String, V> open = producer;
        if (open != null) {
            producer = null;
            open.close(settings.patience());
        }
    }
}
