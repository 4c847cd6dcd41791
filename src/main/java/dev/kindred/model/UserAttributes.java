package dev.kindred.model;

import java.util.Map;

/**
 * Attributes and consents of a user, set by the shop.
 *
 * @param userId not empty
 * @param attributes attributes by name
 * @param consents by purpose: true if given, false if refused; absent if the user was never asked
 * @param updatedMs the time of this state, in epoch milliseconds
 */
public record UserAttributes(
        String userId, Map<String, String> attributes, Map<String, Boolean> consents, long updatedMs) {

    public UserAttributes {
        Require.that(!userId.isEmpty(), "userId must not be empty");
        attributes = Map.copyOf(attributes);
        consents = Map.copyOf(consents);
    }

    /** Whether the user has given a consent. */
    public boolean allows(String purpose) {
        return consents.getOrDefault(purpose, false);
    }
}
