package dev.kindred.http;

/**
 * Where and how the server listens.
 *
 * @param host the name or address of the interface to listen on
 * @param port to listen on; 0 for any free one
 * @param threads that serve requests, at least 4: the server itself needs some of them
 * @param maxBodyBytes the longest acceptable body of a request
 */
public record HttpSettings(String host, int port, int threads, int maxBodyBytes) {

    private static final int LEAST_THREADS = 4;

    public HttpSettings {
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
