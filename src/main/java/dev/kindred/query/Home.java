package dev.kindred.query;

import java.util.List;
import java.util.Optional;

/**
 * The other instances that have a user's vector.
 *
 * @param owner the instance that keeps it up to date; empty if that is this one, or unknown at the moment
 * @param copies instances with a standby copy, which may lag behind
 */
public record Home(Optional<HostAddress> owner, List<HostAddress> copies) {

    /** No other instance is known to have the user. */
    public static final Home UNKNOWN = new Home(Optional.empty(), List.of());

    public Home {
        copies = List.copyOf(copies);
    }
}
