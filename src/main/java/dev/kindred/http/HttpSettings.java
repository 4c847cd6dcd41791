package dev.kindred.http;

import java.util.List;
import java.util.Optional;

/**
 * Settings of the server.
 *
 * @param host the name or address of the interface to listen on
 * @param port the port to listen on; 0 selects a free one
 * @param threads the size of the thread pool, at least 4: the server itself needs some of them
 * @param maxBodyBytes the greatest length of a request body
 * @param browserOrigins origins whose pages may call the routes for browsers, for example {@code https://shop.example};
 *     {@code *} for all, empty for none
 * @param tls key and certificate; empty for plain HTTP
 */
public record HttpSettings(
        String host, int port, int threads, int maxBodyBytes, List<String> browserOrigins, Optional<TlsSettings> tls) {

    private static final int MIN_THREADS = 4;

    public HttpSettings {
        browserOrigins = List.copyOf(browserOrigins);
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port must be in [0, 65535], got " + port);
        }
        if (threads < MIN_THREADS) {
            throw new IllegalArgumentException("threads must be at least " + MIN_THREADS + ", got " + threads);
        }
        if (maxBodyBytes < 1) {
            throw new IllegalArgumentException("maxBodyBytes must be positive, got " + maxBodyBytes);
        }
    }
}
