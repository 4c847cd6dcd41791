package dev.kindred.query;

import dev.kindred.vector.UserVector;

/** The vectors of the users of this instance. Safe for many threads. */
@FunctionalInterface
public interface Vectors {

    /**
     * A copy of a user's vector as of now.
     *
     * @throws UnknownUserException if there is none
     * @throws NotReadyException if the store is not ready
     */
    UserVector of(String userId);
}
