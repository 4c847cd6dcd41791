package dev.kindred.http.api;

import dev.kindred.model.Described;
import dev.kindred.model.Merge;
import java.util.Objects;

/** The id to merge into the user of the path. */
record MergePost(
        @Described("The former id of the user; it is forgotten.")
        String from) {

    Merge into(String userId, long nowMs) {
        return new Merge(Objects.requireNonNullElse(from, ""), userId, nowMs);
    }
}
