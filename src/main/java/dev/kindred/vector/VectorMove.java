package dev.kindred.vector;

import dev.kindred.model.Merge;
import dev.kindred.model.Require;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * A vector on its way from one user to another, or the request to send it.
 *
 * @param mergeId the id of the merge request
 * @param from whose vector it was
 * @param into whose it will be
 * @param content the moved content; empty for a request, and of a user who has feedback alone
 * @param feedback the lists that the user was shown, in their stored form; empty for a request, and without any
 */
public record VectorMove(
        String mergeId, String from, String into, Optional<VectorContent> content, Optional<ByteBuffer> feedback) {

    public VectorMove {
        Require.that(!mergeId.isEmpty() && !from.isEmpty() && !into.isEmpty(), "merge and users must not be empty");
    }

    /** A request to send a vector. */
    public static VectorMove request(String mergeId, Merge merge) {
        return new VectorMove(mergeId, merge.from(), merge.into(), Optional.empty(), Optional.empty());
    }

    /** The vector that was asked for, without feedback. */
    public VectorMove with(VectorContent moved) {
        return with(Optional.of(moved), Optional.empty());
    }

    /** The answer to a request: a vector, feedback, or both. */
    public VectorMove with(Optional<VectorContent> moved, Optional<ByteBuffer> shown) {
        return new VectorMove(mergeId, from, into, moved, shown);
    }

    /** Whether it is the request, and nothing has been sent yet. */
    public boolean isRequest() {
        return content.isEmpty() && feedback.isEmpty();
    }
}
