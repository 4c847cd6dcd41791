package dev.kindred.query;

import java.time.Duration;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Lends objects that are expensive to create and serve one thread at a time. Their number bounds their memory, however
 * many threads there are. The object returned last is lent first: its memory is still in the CPU caches.
 */
final class Pool<T> {

    private final BlockingDeque<T> idle = new LinkedBlockingDeque<>();
    private final Duration patience;

    /**
     * Creates all objects.
     *
     * @param patience how long a borrower waits
     */
    Pool(int size, Duration patience, Supplier<T> maker) {
        this.patience = patience;
        for (int i = 0; i < size; i++) {
            idle.addFirst(maker.get());
        }
    }

    /**
     * Uses one object.
     *
     * @throws QueryException.Busy if none becomes free in time, or the thread is interrupted
     */
    <R> R with(Function<T, R> use) {
        T borrowed = take();
        try {
            return use.apply(borrowed);
        } finally {
            idle.addFirst(borrowed);
        }
    }

    private T take() {
        try {
            T next = idle.pollFirst(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (next == null) {
                throw new QueryException.Busy();
            }
            return next;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new QueryException.Busy();
        }
    }
}
