package dev.kindred.profile;

import java.util.List;

/**
 * A user's profile as it is published.
 *
 * @param whole the profile, with the strongest preferences only
 * @param segments the names of the user's segments, in the order of their definition
 */
public record PublishedProfile(String userId, UserProfile whole, List<String> segments) {

    public PublishedProfile {
        segments = List.copyOf(segments);
    }
}
