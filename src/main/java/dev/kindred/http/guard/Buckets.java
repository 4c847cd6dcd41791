package dev.kindred.http.guard;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.kindred.http.Problem;
import dev.kindred.http.ProblemException;
import dev.kindred.http.ProblemKind;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * A token bucket for each of some names: it refills steadily.
 *
 * <p>The cache holds at most {@value #MAX_NAMES} buckets, so that names cannot fill the memory. Frequent names stay in
 * it; an evicted name starts with a full bucket.
 */
final class Buckets {

    private static final int MAX_NAMES = 10_000;
    private static final long NS_PER_S = 1_000_000_000L;

    private final RateSettings settings;
    private final TimeMeter time;
    private final Cache<String, Bucket> buckets =
            Caffeine.newBuilder().maximumSize(MAX_NAMES).build();

    Buckets(RateSettings settings, LongSupplier nanoTime) {
        this.settings = settings;
        this.time = new Nanoseconds(nanoTime);
    }

    /** Monotonic time without a fixed origin. */
    private record Nanoseconds(LongSupplier now) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return now.getAsLong();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }

    /**
     * Takes a token.
     *
     * @param what the tokens are, in the plural
     * @throws ProblemException if the bucket of the name is empty
     */
    void take(String name, String what) {
        ConsumptionProbe probe = buckets.get(name, unseen -> full()).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            long pauseS = 1 + (probe.getNanosToWaitForRefill() - 1) / NS_PER_S; // rounded up
            throw new ProblemException(Problem.of(
                            ProblemKind.TOO_MANY_REQUESTS,
                            "at most " + settings.perSecond() + " " + what + " per second")
                    .retryAfter(Duration.ofSeconds(pauseS)));
        }
    }

    private Bucket full() {
        return Bucket.builder()
                .addLimit(limit ->
                        limit.capacity(settings.burst()).refillGreedy(settings.perSecond(), Duration.ofSeconds(1)))
                .withCustomTimePrecision(time)
                .build();
    }
}
