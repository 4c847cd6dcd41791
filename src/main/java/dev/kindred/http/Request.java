package dev.kindred.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** A request of a client, not yet validated. */
public interface Request {

    /** The method, usually in upper case. */
    String method();

    /** The path, percent-encoded. */
    String path();

    /**
     * The decoded values of every query parameter, in order.
     *
     * @throws ProblemException if they cannot be decoded
     */
    Map<String, List<String>> query();

    /** The first value of a header; the name is case-insensitive. */
    Optional<String> header(String name);

    /** The address of the client, or of a proxy. */
    String remoteAddress();

    /**
     * Reads the body as it arrives, without holding a thread; call it once.
     *
     * @param maxBytes the greatest length
     * @return fails with a {@link ProblemException} if the body is longer, incomplete or too slow
     */
    CompletableFuture<byte[]> body(int maxBytes);

    /** Runs work that may block; it waits for its turn without holding a thread. */
    Executor workers();
}
