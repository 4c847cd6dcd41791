package dev.kindred.http.guard;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.kindred.http.Call;
import dev.kindred.http.Filter;
import dev.kindred.http.Handler;
import dev.kindred.http.Problem;
import dev.kindred.http.ProblemException;
import dev.kindred.http.ProblemKind;
import dev.kindred.http.Reply;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Limits every caller to the same rate with a token bucket: it refills steadily, and each call takes one token. A
 * caller is a key, or an address for calls without a key.
 *
 * <p>The cache holds at most {@value #MAX_CALLERS} callers, so that addresses cannot fill the memory. Frequent callers
 * stay in it; an evicted caller starts with a full bucket.
 */
public final class RateLimit implements Filter {

    private static final int MAX_CALLERS = 10_000;
    private static final long NS_PER_S = 1_000_000_000L;

    private final RateSettings settings;
    private final TimeMeter time;
    private final Cache<String, Bucket> buckets =
            Caffeine.newBuilder().maximumSize(MAX_CALLERS).build();

    /** A limit that uses the system clock. */
    public RateLimit(RateSettings settings) {
        this(settings, System::nanoTime);
    }

    RateLimit(RateSettings settings, LongSupplier nanoTime) {
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

    @Override
    public Reply filter(Call call, Handler next) {
        if (!settings.isUnlimited() && call.route().access().limited()) {
            take(buckets.get(call.caller(), caller -> fullBucket()));
        }
        return next.handle(call);
    }

    private Bucket fullBucket() {
        return Bucket.builder()
                .addLimit(limit ->
                        limit.capacity(settings.burst()).refillGreedy(settings.perSecond(), Duration.ofSeconds(1)))
                .withCustomTimePrecision(time)
                .build();
    }

    private void take(Bucket bucket) {
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            long pauseS = 1 + (probe.getNanosToWaitForRefill() - 1) / NS_PER_S; // rounded up
            throw new ProblemException(Problem.of(
                            ProblemKind.TOO_MANY_REQUESTS, "at most " + settings.perSecond() + " requests per second")
                    .retryAfter(Duration.ofSeconds(pauseS)));
        }
    }
}
