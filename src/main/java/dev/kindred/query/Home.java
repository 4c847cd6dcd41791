package dev.kindred.query;

import java.util.List;
import java.util.Optional;

/**
 * Which other instances have a user's vector.
 *
 * @param owner the instance that keeps it up to date; empty if that is this one, or nobody knows at the moment
 * @param copies instances with a standby copy, which may lag behind
 */
public record Home(Optional<HostAddress> owner, List<HostAddress> copies) {

    /** Of a user whom no other instance is known to have. */
    public static final Home UNKNOWN = new Home(Optional.empty(), List.of());

    public Home {
        copies = List.copyOf(copies);
    }
}
