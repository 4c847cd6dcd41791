package dev.kindred.vector;

import dev.kindred.model.Merge;
import dev.kindred.model.Require;
import java.util.Optional;

/**
 * A vector on its way from one user to another, or the request to send it.
 *
 * @param mergeId the id of the merge request
 * @param from whose vector it was
 * @param into whose it will be
 * @param content the moved content; empty for a request
 */
public record VectorMove(String mergeId, String from, String into, Optional<VectorContent> content) {

    public VectorMove {
        Require.that(!mergeId.isEmpty() && !from.isEmpty() && !into.isEmpty(), "merge and users must not be empty");
    }

    /** A request to send a vector. */
    public static VectorMove request(String mergeId, Merge merge) {
        return new VectorMove(mergeId, merge.from(), merge.into(), Optional.empty());
    }

    /** The vector that was asked for. */
    public VectorMove with(VectorContent moved) {
        return new VectorMove(mergeId, from, into, Optional.of(moved));
    }
}
