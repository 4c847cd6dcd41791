package dev.kindred.topology;

import dev.kindred.profile.ProfileSettings;
import dev.kindred.profile.Segments;
import java.util.function.Supplier;

/**
 * Whether and how profiles are published.
 *
 * @param minIntervalMs the least time between two profiles of one user; 0 publishes none
 * @param profiles how a vector becomes a profile
 * @param segments current; safe for many threads, and read for every profile
 */
public record ProfilePublishing(long minIntervalMs, ProfileSettings profiles, Supplier<Segments> segments) {

    boolean isOn() {
        return minIntervalMs > 0;
    }
}
