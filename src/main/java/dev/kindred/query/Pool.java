package dev.kindred.query;

import java.time.Duration;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Lends out a few things that are dear to make and good for one thread at a time. So their memory is bounded by their
 * number, however many threads ask. The one given back last goes out first, as its memory is still in the caches.
 */
final class Pool<T> {

    private final BlockingDeque<T> idle = new LinkedBlockingDeque<>();
    private final Duration patience;

    /**
     * Makes all things now.
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
     * Uses one thing.
     *
     * @throws QueryException.Busy if none is idle in time, or the thread is interrupted
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
