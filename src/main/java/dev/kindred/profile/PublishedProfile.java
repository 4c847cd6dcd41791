package dev.kindred.profile;

import java.util.List;

/**
 * What others are told of a user, as of the moment when they are told.
 *
 * @param userId who
 * @param whole the user in general, with the strongest preferences
 * @param segments the names of those that the user belongs to, in the order of their definition
 * @param terms what the user is drawn to in the words of the catalog, greatest weight first
 */
public record PublishedProfile(String userId, UserProfile whole, List<String> segments, List<TermPreference> terms) {

    public PublishedProfile {
        segments = List.copyOf(segments);
        terms = List.copyOf(terms);
    }
}
