package dev.kindred.feed;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Collects the acknowledgments for the records of one request: the request's thread waits, the producer's thread calls.
 */
final class Delivery implements Callback {

    private final CountDownLatch open;
    private final AtomicInteger confirmed = new AtomicInteger();
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>(); // the first one

    Delivery(int records) {
        this.open = new CountDownLatch(records);
    }

    @Override
    public void onCompletion(@Nullable RecordMetadata metadata, @Nullable Exception exception) {
        if (exception == null) {
            confirmed.incrementAndGet();
        } else {
            failure.compareAndSet(null, exception);
        }
        open.countDown();
    }

    /** Returns whether every record was confirmed or failed in time. */
    boolean await(Duration patience) throws InterruptedException {
        return open.await(patience.toNanos(), TimeUnit.NANOSECONDS);
    }

    int confirmed() {
        return confirmed.get();
    }

    Optional<Exception> failure() {
        return Optional.ofNullable(failure.get());
    }
}
