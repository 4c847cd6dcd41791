package dev.kindred.http;

import java.util.concurrent.CompletableFuture;

/**
 * A step that all calls pass, such as authentication or rate limiting: it answers the call itself or passes it on. It
 * sees the call before its body has arrived. Safe for many threads.
 */
@FunctionalInterface
public interface Filter {

    /**
     * The answer to a call.
     *
     * @param next the rest of the chain, which ends with the route; its failures come back as problem replies
     * @throws ProblemException to reject the call
     */
    CompletableFuture<Reply> filter(Call call, Handler next);
}
