package dev.kindred.feed;

import dev.kindred.intake.EventSink;
import dev.kindred.intake.SinkUnavailableException;
import dev.kindred.model.Interaction;
import dev.kindred.serde.AvroSerdes;
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
 * The topic of the events. Its producer is opened by the first event, so that an instance that is sent none has none.
 *
 * <p>A call returns, in one way or the other, after at most one and a half times the patience: half of it goes to reaching
 * the cluster at all. What the brokers have not taken by then is given up soon after, so that nothing piles up while they
 * are away.
 */
public final class KafkaEventSink implements EventSink, AutoCloseable {

    private final FeedSettings settings;
    private final AvroSerdes serdes;
    private @Nullable Producer<String, Interaction> producer; // guarded by this
    private boolean closed; // guarded by this

    /** A sink that has not reached for any broker yet. */
    public KafkaEventSink(FeedSettings settings, AvroSerdes serdes) {
        this.settings = settings;
        this.serdes = serdes;
    }

    private synchronized Producer<String, Interaction> producer() {
        if (closed) {
            throw new IllegalStateException("the sink is closed");
        }
        Producer<String, Interaction> open = producer;
        if (open == null) {
            open = EventProducers.open(settings.client(), bounds(settings.patience()), serdes);
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
    public void send(List<Interaction> events) {
        long deadlineNs = System.nanoTime() + settings.patience().toNanos();
        Delivery delivery = new Delivery(events.size());
        try {
            boolean allSent = sendAll(events, delivery, deadlineNs);
            boolean allEnded = allSent && delivery.await(Duration.ofNanos(deadlineNs - System.nanoTime()));
            check(delivery, allEnded, events.size());
        } catch (InterruptedException | InterruptException e) {
            Thread.currentThread().interrupt();
            throw SinkUnavailableException.unconfirmed(delivery.confirmed(), events.size(), e);
        }
    }

    /** Returns whether all were sent: after a failure, or too late, the others are not even tried. */
    private boolean sendAll(List<Interaction> events, Delivery delivery, long deadlineNs) {
        Producer<String, Interaction> open = producer();
        for (Interaction event : events) {
            if (delivery.failure().isPresent() || System.nanoTime() - deadlineNs > 0) {
                return false;
            }
            var unused = open.send(EventProducers.record(settings.topic(), event), delivery);
        }
        return true;
    }

    private void check(Delivery delivery, boolean allEnded, int events) {
        Optional<Exception> failure = delivery.failure();
        if (failure.isPresent() && !isPassing(failure.get())) {
            throw new KafkaException("events cannot be written to " + settings.topic(), failure.get());
        }
        if (failure.isPresent() || !allEnded) {
            throw SinkUnavailableException.unconfirmed(
                    delivery.confirmed(), events, failure.orElseGet(() -> new TimeoutException("no answer in time")));
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
        Producer<String, Interaction> open = producer;
        if (open != null) {
            producer = null;
            open.close(settings.patience());
        }
    }
}
