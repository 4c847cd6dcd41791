package dev.kindred.http.guard;

import dev.kindred.http.Filter;
import java.util.List;

/** All filters that guard the routes, in their order. */
public final class Guard {

    private Guard() {}

    /** The filters; the first is the outermost. */
    public static List<Filter> filters(GuardSettings settings) {
        Origins origins = new Origins(settings.origins());
        Origins withoutKey = settings.eventsWithoutKey() ? origins : Origins.NONE;
        return List.of(
                new RequestIds(),
                new HostCheck(settings.hosts()),
                new OriginCheck(origins),
                new KeyCheck(settings.keys(), withoutKey, settings.wrongKeys()),
                new RateLimit(settings.rate()));
    }
}
