package dev.kindred.model;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * Notes of a user that are kept by a keyed hash, so that former records bring nothing back.
 *
 * @param erasedMs until when all that happened is erased, in epoch milliseconds; empty if the user was not erased lately
 * @param refusedMs since when the user refuses a required consent, in epoch milliseconds; empty if the user does not
 * @param mergedInto the keyed hash of the user into whom this one was merged lately; empty if there is none
 */
public record ErasureNotes(OptionalLong erasedMs, OptionalLong refusedMs, Optional<String> mergedInto) {

    /** Nothing is noted. */
    public static final ErasureNotes NONE =
            new ErasureNotes(OptionalLong.empty(), OptionalLong.empty(), Optional.empty());
}
