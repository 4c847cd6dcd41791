package dev.kindred.http;

import dev.kindred.model.Require;
import java.util.List;
import java.util.Optional;

/**
 * Settings of the server.
 *
 * @param host the name or address of the interface to listen on
 * @param port the port to listen on; 0 selects a free one
 * @param threads how many requests are worked on at a time; those whose body still arrives, and urgent ones, do not count
 * @param bodies the limits of a request body
 * @param browserOrigins origins whose pages may call the routes for browsers, for example {@code https://shop.example};
 *     {@code *} for all, empty for none
 * @param tls key and certificate; empty for plain HTTP
 */
public record HttpSettings(
        String host,
        int port,
        int threads,
        BodySettings bodies,
        List<String> browserOrigins,
        Optional<TlsSettings> tls) {

    public HttpSettings {
        browserOrigins = List.copyOf(browserOrigins);
        Require.that(port >= 0 && port <= 65_535, "port must be in [0, 65535]", port);
        Require.that(threads >= 1, "threads must be positive", threads);
    }
}
