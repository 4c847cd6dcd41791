package dev.kindred.http;

import java.util.concurrent.CompletableFuture;

/** Answers calls, without holding a thread until the body has arrived. Safe for many threads. */
@FunctionalInterface
public interface Handler {

    /** The answer to a call. */
    CompletableFuture<Reply> handle(Call call);
}
