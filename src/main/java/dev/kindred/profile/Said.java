package dev.kindred.profile;

import dev.kindred.model.UserAttributes;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the shop says of a user, in the order of names.
 *
 * @param attributes anything that the shop knows, by name
 * @param consents what the user was asked, by purpose: true where it was given, false where it was refused; a purpose that is
 *     not named was not asked
 */
public record Said(Map<String, String> attributes, Map<String, Boolean> consents) {

    /** Nothing. */
    public static final Said NOTHING = new Said(Map.of(), Map.of());

    public Said {
        attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
        consents = Collections.unmodifiableMap(new TreeMap<>(consents));
    }

    /** What is said of a user, if anything is. */
    public static Said of(Optional<UserAttributes> said) {
        return said.map(known -> new Said(known.attributes(), known.consents())).orElse(NOTHING);
    }

    /** Whether the user said yes to a purpose. Not to have been asked is no consent. */
    public boolean consentsTo(String purpose) {
        return consents.getOrDefault(purpose, false);
    }
}
