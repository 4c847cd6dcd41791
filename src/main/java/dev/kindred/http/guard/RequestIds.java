package dev.kindred.http.guard;

import dev.kindred.http.Call;
import dev.kindred.http.Filter;
import dev.kindred.http.Handler;
import dev.kindred.http.Reply;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.slf4j.MDC;

/**
 * Gives every request an id, that of the caller if it is a harmless one: the answer has it, and so has every line that is
 * logged by the serving thread.
 */
public final class RequestIds implements Filter {

    /** The header of request and answer. */
    public static final String HEADER = "X-Request-Id";

    /** The name of the id in the context of the log. */
    public static final String LOG_KEY = "request";

    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    /** The id of the request that this thread serves; empty if it serves none. */
    public static Optional<String> current() {
        return Optional.ofNullable(MDC.get(LOG_KEY));
    }

    @Override
    public Reply filter(Call call, Handler next) {
        String id = call.request()
                .header(HEADER)
                .filter(given -> HARMLESS.matcher(given).matches())
                .orElseGet(() -> UUID.randomUUID().toString());
        try (MDC.MDCCloseable serving = MDC.putCloseable(LOG_KEY, id)) {
            return next.handle(call).with(HEADER, id);
        }
    }
}
