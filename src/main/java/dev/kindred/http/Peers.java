package dev.kindred.http;

import dev.kindred.query.HostAddress;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The other instances, as this one asks them. Safe for many threads. */
@FunctionalInterface
public interface Peers {

    /** Nobody is there. */
    Peers NONE = (peer, request) -> CompletableFuture.failedFuture(new PeerException("there are no other instances"));

    /**
     * Asks one of them.
     *
     * @return its answer, whatever its status; fails with a {@link PeerException} if there is none in time
     */
    CompletableFuture<Reply> ask(HostAddress peer, PeerRequest request);

    /** Waits for an answer; empty if there is none in time. */
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
