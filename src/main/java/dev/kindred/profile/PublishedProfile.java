package dev.kindred.profile;

import java.util.List;

/**
 * What others are told of a user, as of the moment when they are told.
 *
 * @param userId who
 * @param whole the user in general, with the strongest preferences
 * @param segments the names of those that the user belongs to, in the order of their definition
 */
public record PublishedProfile(String userId, UserProfile whole, List<String> segments) {

    public PublishedProfile {
        segments = List.copyOf(segments);
    }
}
