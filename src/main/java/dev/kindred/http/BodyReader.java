package dev.kindred.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Reads the body of one request as it arrives, without holding a thread. A body that takes too long, or arrives more
 * slowly than the least rate after a grace of {@link #GRACE}, ends the request.
 */
final class BodyReader {

    private static final Duration GRACE = Duration.ofSeconds(2); // networks stall
    private static final Duration CHECK = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int MAX_DRAINED_BODIES = 4; // a body up to 4 times too long is read to its end

    private final Request request;
    private final BodySettings settings;
    private final Semaphore memory;
    private final long startNs = System.nanoTime();
    private final CompletableFuture<byte[]> body = new CompletableFuture<>();
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private int maxBytes;
    private long received;
    private int reserved;
    private boolean isTimed;
    private boolean hasEnded;
    private Optional<Problem> problem = Optional.empty(); // present if it has ended badly

    /**
     * A reader.
     *
     * @param memory as many permits as bytes may be kept of all bodies together
     */
    BodyReader(Request request, BodySettings settings, Semaphore memory) {
        this.request = request;
        this.settings = settings;
        this.memory = memory;
    }

    /** Starts to read; call it once. Fails with a {@link ProblemException}. */
    CompletableFuture<byte[]> read(int atMost) {
        maxBytes = atMost;
        if (request.getLength() > (long) MAX_DRAINED_BODIES * maxBytes) {
            end(Optional.of(tooLarge()));
        } else {
            takeArrived();
        }
        return body;
    }

    /** Returns the memory, once the body is no longer used. */
    void release() {
        memory.release(reserved);
        reserved = 0;
    }

    private void takeArrived() {
        if (takeChunks()) {
            end(problem); // not in the lock: the route runs in this thread
        }
    }

    /** Returns whether the body has ended, well or not. The check may have ended it before. */
    private synchronized boolean takeChunks() {
        while (!hasEnded) {
            Content.Chunk chunk = request.read();
            if (chunk == null) {
                time();
                request.demand(this::takeArrived);
                return false;
            }
            if (Content.Chunk.isFailure(chunk)) {
                return ends(Problem.of(ProblemKind.MALFORMED_REQUEST, "the body is incomplete"));
            }
            take(chunk.getByteBuffer());
            chunk.release();
            if (chunk.isLast() && !hasEnded) {
                hasEnded = true;
                if (received > maxBytes) {
                    ends(tooLarge());
                }
            }
            if (hasEnded) {
                return true;
            }
        }
        return false;
    }

    private boolean ends(Problem reason) {
        hasEnded = true;
        problem = Optional.of(reason);
        return true;
    }

    private void take(ByteBuffer bytes) {
        int size = bytes.remaining();
        received += size;
        if (received > (long) MAX_DRAINED_BODIES * maxBytes) {
            ends(tooLarge());
        } else if (received > maxBytes) {
            return; // drained: a client that still sends misses the answer
        } else if (memory.tryAcquire(size)) {
            reserved += size;
            byte[] copy = new byte[size];
            bytes.get(copy);
            kept.writeBytes(copy);
        } else {
            ends(Problem.of(ProblemKind.BUSY, "too many bodies arrive at once").retryAfter(PAUSE));
        }
    }

    private void time() {
        if (!isTimed) {
            isTimed = true;
            scheduleCheck();
        }
    }

    private void scheduleCheck() {
        Duration rest = settings.timeout().minus(elapsed());
        Duration pause = rest.compareTo(CHECK) < 0 ? rest : CHECK;
        Scheduler scheduler = request.getComponents().getScheduler();
        scheduler.schedule(this::check, Math.max(1, pause.toMillis()), TimeUnit.MILLISECONDS);
    }

    private void check() {
        if (isTooSlow()) {
            end(problem);
        }
    }

    private synchronized boolean isTooSlow() {
        if (hasEnded) {
            return false;
        }
        Duration elapsed = elapsed();
        double expected = settings.minBytesPerSecond() * elapsed.minus(GRACE).toMillis() / 1000.0;
        if (elapsed.compareTo(settings.timeout()) >= 0) {
            return ends(tooSlow("within " + settings.timeout().toMillis() + " ms"));
        }
        if (received < expected) {
            return ends(tooSlow("at " + settings.minBytesPerSecond() + " bytes per second at least"));
        }
        scheduleCheck();
        return false;
    }

    private static Problem tooSlow(String rule) {
        return Problem.of(ProblemKind.BODY_TOO_SLOW, "the body must arrive " + rule);
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - startNs);
    }

    private Problem tooLarge() {
        return Problem.of(ProblemKind.TOO_LARGE, "the body must be at most " + maxBytes + " bytes long");
    }

    private void end(Optional<Problem> reason) {
        reason.ifPresentOrElse(
                failure -> body.completeExceptionally(new ProblemException(failure)),
                () -> body.complete(kept.toByteArray()));
    }
}
