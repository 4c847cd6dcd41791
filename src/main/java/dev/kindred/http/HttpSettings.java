package dev.kindred.http;

import java.util.List;
import java.util.Optional;

/**
 * Where and how the server listens.
 *
 * @param host the name or address of the interface to listen on
 * @param port to listen on; 0 for any free one
 * @param threads that serve requests, at least 4: the server itself needs some of them
 * @param maxBodyBytes the longest acceptable body of a request
 * @param browserOrigins whose pages may call the routes for browsers, such as {@code https://shop.example}; {@code *} for
 *     all, empty for none
 * @param tls what to encrypt with; empty for plain HTTP
 */
public record HttpSettings(
        String host, int port, int threads, int maxBodyBytes, List<String> browserOrigins, Optional<TlsSettings> tls) {

    private static final int LEAST_THREADS = 4;

    public HttpSettings {
        browserOrigins = List.copyOf(browserOrigins);
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port must be in [0, 65535], got " + port);
        }
        if (threads < LEAST_THREADS) {
            throw new IllegalArgumentException("threads must be at least " + LEAST_THREADS + ", got " + threads);
        }
        if (maxBodyBytes < 1) {
            throw new IllegalArgumentException("maxBodyBytes must be positive, got " + maxBodyBytes);
        }
    }
}
