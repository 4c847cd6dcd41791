package dev.kindred.http.guard;

import dev.kindred.http.Request;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The origins whose pages may do something. */
final class Origins {

    static final Origins NONE = new Origins(List.of());

    private static final String ANY = "*";

    private final List<String> origins;

    /** @param origins for example {@code https://shop.example}; {@code *} for all */
    Origins(List<String> origins) {
        this.origins = origins;
    }

    /** Whether the page that sends a request has one of these origins. */
    boolean sent(Request request) {
        return of(request)
                .filter(origin -> origins.contains(ANY) || origins.contains(origin))
                .isPresent();
    }

    /** The origin of the page; a request for an image tells it in the referrer only. */
    private static Optional<String> of(Request request) {
        return request.header("Origin").or(() -> request.header("Referer").flatMap(Origins::of));
    }

    private static Optional<String> of(String referrer) {
        try {
            URI uri = URI.create(referrer);
            return Optional.of(uri.getScheme() + "://" + uri.getRawAuthority());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
