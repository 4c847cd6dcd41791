package dev.kindred.http.guard;

import dev.kindred.http.Call;
import dev.kindred.http.Filter;
import dev.kindred.http.Handler;
import dev.kindred.http.Reply;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;

/** Limits every caller to the same rate. A caller is a key, or an address for calls without a key. */
public final class RateLimit implements Filter {

    private final RateSettings settings;
    private final Buckets callers;

    /** A limit that uses the system clock. */
    public RateLimit(RateSettings settings) {
        this(settings, System::nanoTime);
    }

    RateLimit(RateSettings settings, LongSupplier nanoTime) {
        this.settings = settings;
        this.callers = new Buckets(settings, nanoTime);
    }

    @Override
    public CompletableFuture<Reply> filter(Call call, Handler next) {
        if (!settings.isUnlimited() && call.route().access().limited()) {
            callers.take(call.caller(), "requests");
        }
        return next.handle(call);
    }
}
