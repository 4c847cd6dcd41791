package dev.kindred.profile;

import dev.kindred.model.Ids;
import dev.kindred.model.Require;

/**
 * A group of users, defined by a filter.
 *
 * @param name lower-case letters, digits and hyphens, at most 64
 * @param when the filter that its members pass
 */
public record Segment(String name, ProfileFilter when) {

    public Segment {
        Ids.checkName(name);
        Require.that(!when.toString().isBlank(), "when must be a filter of users, for example events >= 10");
    }

    /** Whether a user is a member, as of the time of the profile. */
    public boolean has(UserProfile profile) {
        return when.accepts(profile, profile.asOfMs());
    }
}
