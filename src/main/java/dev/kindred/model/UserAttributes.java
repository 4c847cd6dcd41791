package dev.kindred.model;

import java.util.Map;

/**
 * What a shop says of one of its users.
 *
 * @param userId who, not empty
 * @param attributes anything that the shop knows, by name
 * @param consents what the user was asked, by purpose: true where it was given, false where it was refused; a purpose that is
 *     not named was not asked
 * @param updatedMs as of when all this is true, in epoch milliseconds
 */
public record UserAttributes(
        String userId, Map<String, String> attributes, Map<String, Boolean> consents, long updatedMs) {

    public UserAttributes {
        if (userId.isEmpty()) {
            throw new IllegalArgumentException("what is said of a user needs the user's id");
        }
        attributes = Map.copyOf(attributes);
        consents = Map.copyOf(consents);
    }
}
