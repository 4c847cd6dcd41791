package dev.kindred.http.api;

import dev.kindred.query.Queries;
import org.jspecify.annotations.Nullable;

/**
 * The source of an answer on a user.
 *
 * @param queries to ask
 * @param isCopy whether they may lag behind the owner of the user
 */
record Source(Queries queries, boolean isCopy) {

    /** The value of {@code stale} in answers: true, or absent. */
    @Nullable
    Boolean stale() {
        return isCopy ? true : null;
    }
}
