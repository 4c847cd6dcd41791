package dev.kindred.model;

import java.util.Optional;

/**
 * What becomes of what is said of a user.
 *
 * @param userId who, not empty
 * @param attributes what is true from now on; empty if nothing is known any more
 */
public record UserChange(String userId, Optional<UserAttributes> attributes) {

    /** The user is as this says, whatever was known before. */
    public static UserChange put(UserAttributes attributes) {
        return new UserChange(attributes.userId(), Optional.of(attributes));
    }

    /** Nothing is known of the user any more. */
    public static UserChange removal(String userId) {
        return new UserChange(userId, Optional.empty());
    }
}
