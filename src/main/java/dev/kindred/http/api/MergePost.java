package dev.kindred.http.api;

import dev.kindred.model.Described;
import dev.kindred.model.Merge;
import java.util.Objects;

/** Who is to be merged into the user of a path. */
record MergePost(
        @Described("The id that the shop knew the user by until now; it is forgotten.")
        String from) {

    Merge into(String userId, long nowMs) {
        return new Merge(Objects.requireNonNullElse(from, ""), userId, nowMs);
    }
}
