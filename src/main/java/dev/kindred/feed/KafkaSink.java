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
 * A topic as a sink. Its producer is opened by the first record, so that an instance that is sent none has none.
 *
 * <p>What is said of one user or item keeps its order: it has one key, so one partition, and an idempotent producer appends
 * to a partition in the order of the calls, also where it has to try again. A call that returned is on all replicas in sync,
 * so a later one comes after it, whichever instance takes it.
 *
 * <p>A call returns, in one way or the other, after at most one and a half times the patience: half of it goes to reaching
 * the cluster at all. What the brokers have not taken by then is given up soon after, so that nothing piles up while they
 * are away.
 */
public final class KafkaSink<T, V> implements RecordSink<T>, AutoCloseable {

    private final FeedSettings settings;
    private final Feed.Topic<T, V> topic;
    private @Nullable Producer<String, V> producer; // guarded by this
    private boolean closed; // guarded by this

    /** A sink that has not reached for any broker yet. */
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

    /** Half the patience for one try leaves time for a second one. */
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
     * @throws KafkaException if somebody has to change something first, such as a right
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

    /** Returns whether all were sent: after a failure, or too late, the others are not even tried. */
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

    /** Whether it may go better later, without anybody's help. */
    private static boolean isPassing(Exception failure) {
        return failure instanceof RetriableException
                || failure instanceof ApplicationRecoverableException
                || failure instanceof OutOfOrderSequenceException;
    }

    /** What is under way is finished, within the patience. */
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
