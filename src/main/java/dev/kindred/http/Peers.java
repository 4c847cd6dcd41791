package dev.kindred.http;

import dev.kindred.query.HostAddress;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Sends requests to other instances. Safe for many threads. */
@FunctionalInterface
public interface Peers {

    /** For an instance that runs alone: every request fails. */
    Peers NONE = (peer, request) -> CompletableFuture.failedFuture(new PeerException("there are no other instances"));

    /**
     * Sends a request to another instance.
     *
     * @return its answer, with any status; fails with a {@link PeerException} if no answer arrives in time
     */
    CompletableFuture<Reply> ask(HostAddress peer, PeerRequest request);

    /** Waits for an answer; empty if the request failed. */
    static Optional<Reply> await(CompletableFuture<Reply> answer) {
        try {
            return Optional.of(answer.join());
        } catch (CompletionException e) {
            if (e.getCause() instanceof PeerException) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
