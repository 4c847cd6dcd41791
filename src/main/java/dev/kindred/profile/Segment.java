package dev.kindred.profile;

import java.util.regex.Pattern;

/**
 * Users that have something in common.
 *
 * @param name lower-case letters, digits and hyphens, at most 64
 * @param when who belongs to it
 */
public record Segment(String name, ProfileFilter when) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,64}");

    public Segment {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "name must be lower-case letters, digits and hyphens, at most 64, got " + name);
        }
        if (when.toString().isBlank()) {
            throw new IllegalArgumentException("when must say who belongs to the segment, for example events >= 10");
        }
    }

    /** Whether a user belongs to it, as of the moment of the profile. */
    public boolean has(UserProfile profile) {
        return when.accepts(profile, profile.asOfMs());
    }
}
