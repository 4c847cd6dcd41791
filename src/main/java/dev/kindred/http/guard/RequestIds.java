package dev.kindred.http.guard;

import dev.kindred.http.Call;
import dev.kindred.http.Filter;
import dev.kindred.http.Handler;
import dev.kindred.http.Reply;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.slf4j.MDC;

/**
 * Assigns an id to every request, the caller's own id if it is valid. The answer and all log lines of the serving
 * thread carry the id.
 */
public final class RequestIds implements Filter {

    /** The header of request and answer. */
    public static final String HEADER = "X-Request-Id";

    /** The key of the id in the logging context (MDC). */
    public static final String LOG_KEY = "request";

    private static final Pattern VALID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    /** The id of the request that this thread serves; empty if it serves none. */
    public static Optional<String> current() {
        return Optional.ofNullable(MDC.get(LOG_KEY));
    }

    /** Unique and not secret, so the secure generator, which all threads would wait for, is not needed. */
    private static String random() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    @Override
    public CompletableFuture<Reply> filter(Call call, Handler next) {
        String id = call.request()
                .header(HEADER)
                .filter(given -> VALID.matcher(given).matches())
                .orElseGet(RequestIds::random);
        try (MDC.MDCCloseable serving = MDC.putCloseable(LOG_KEY, id)) {
            return next.handle(call).thenApply(reply -> reply.with(HEADER, id));
        }
    }
}
