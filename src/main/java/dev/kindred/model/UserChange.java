package dev.kindred.model;

import java.util.Optional;

/**
 * A change of the attributes of a user.
 *
 * @param userId not empty
 * @param attributes the new attributes; empty if they are removed
 */
public record UserChange(String userId, Optional<UserAttributes> attributes) {

    /** Sets or replaces the attributes of a user. */
    public static UserChange put(UserAttributes attributes) {
        return new UserChange(attributes.userId(), Optional.of(attributes));
    }

    /** Removes the attributes of a user. */
    public static UserChange removal(String userId) {
        return new UserChange(userId, Optional.empty());
    }
}
