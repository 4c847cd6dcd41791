package dev.kindred.replay;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/** Sends records to a topic, keyed by an id; without waiting for each, but without forgetting a failure. */
abstract sealed class TrackedProducer<T> implements AutoCloseable permits EventProducer, ItemProducer {

    private final Producer<String, T> producer;
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicLong firstFailed = new AtomicLong(Long.MAX_VALUE);
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    /** @param producer closed with this one */
    TrackedProducer(Producer<String, T> producer) {
        this.producer = producer;
    }

    /** Sends one record. */
    final void send(long position, ProducerRecord<String, T> message) {
        var unused = producer.send(message, (metadata, exception) -> onCompletion(position, exception));
        throwIfFailed();
    }

    private void onCompletion(long position, @Nullable Exception exception) {
        if (exception == null) {
            acknowledged.incrementAndGet();
        } else {
            firstFailed.accumulateAndGet(position, Math::min);
            failure.compareAndSet(null, exception);
        }
    }

    /**
     * Waits until all records are acknowledged, even when interrupted: what was sent is on its way, and is to be counted.
     *
     * @throws SendFailedException if one could not be sent
     */
    public final void flush() {
        boolean interrupted = false;
        boolean done = false;
        while (!done) {
            try {
                producer.flush();
                done = true;
            } catch (InterruptException e) {
                interrupted = Thread.interrupted(); // else the next try would end at once
            }
        }
        restore(interrupted);
        throwIfFailed();
    }

    private static void restore(boolean interrupted) {
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void throwIfFailed() {
        Exception cause = failure.get();
        if (cause != null) {
            producer.flush(); // so that the first of all failures is known
            throw new SendFailedException(firstFailed.get(), cause);
        }
    }

    /** How many records are known to be in the topic. */
    public final long acknowledged() {
        return acknowledged.get();
    }

    @Override
    public final void close() {
        boolean interrupted = Thread.interrupted(); // closing goes on after Ctrl-C
        producer.close();
        restore(interrupted);
    }
}
