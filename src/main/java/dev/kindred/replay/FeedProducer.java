package dev.kindred.replay;

import dev.kindred.app.Topologies;
import dev.kindred.config.KindredConfig;
import dev.kindred.feed.Feed;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/**
 * Sends records of a feed to their topic asynchronously, and reports every failure later.
 *
 * @param <T> type of the records
 * @param <V> type of the topic's values
 */
public final class FeedProducer<T, V> implements AutoCloseable {

    private final Feed.Topic<T, V> topic;
    private final Producer<String, V> producer;
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicLong firstFailed = new AtomicLong(Long.MAX_VALUE);
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    /** A producer for the topic of a configuration. */
    public FeedProducer(KindredConfig config, Feed<T, V> feed) {
        this.topic = feed.topic(config.topics(), Topologies.serdes(config), config.pseudonyms());
        this.producer = topic.open(config.clientProperties(), Map.of());
    }

    /**
     * Sends one record.
     *
     * @param position of the record in its source, ascending; a failure reports it
     * @throws SendFailedException if this or an earlier record could not be sent
     * @throws InterruptException if the thread is interrupted while the producer has no room; the record is not sent
     */
    public void send(long position, T record) {
        var unused = producer.send(topic.record(record), (metadata, exception) -> onCompletion(position, exception));
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
     * Waits until all records are acknowledged, even when interrupted, because records in flight must be counted.
     *
     * @throws SendFailedException if a record could not be sent
     */
    public void flush() {
        boolean interrupted = false;
        boolean done = false;
        while (!done) {
            try {
                producer.flush();
                done = true;
            } catch (InterruptException e) {
                interrupted = Thread.interrupted(); // else the next attempt would end at once
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
            producer.flush(); // completes all requests, so that the first failure is known
            throw new SendFailedException(firstFailed.get(), cause);
        }
    }

    /** The number of acknowledged records. */
    public long acknowledged() {
        return acknowledged.get();
    }

    @Override
    public void close() {
        boolean interrupted = Thread.interrupted(); // closing continues after Ctrl-C
        producer.close();
        restore(interrupted);
    }
}
