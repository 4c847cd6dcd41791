package dev.kindred.topology;

import dev.kindred.model.UserAttributes;
import java.util.Optional;

/**
 * Whether data of a user need the user's consent, and what happens when it is withdrawn.
 *
 * @param required the purpose that a user must have agreed to
 * @param withdrawal what a withdrawal does
 */
public record ConsentSettings(Required required, Withdrawal withdrawal) {

    /** No consent is needed. */
    public static final ConsentSettings NONE = new ConsentSettings(Required.NONE, Withdrawal.ERASE);

    private static final String PURPOSE = "personalization";

    /** The purpose that a user must have agreed to. */
    public enum Required {
        /** None: the data rest on another ground. */
        NONE,
        /** The consent {@code personalization} of the user's attributes. */
        PERSONALIZATION
    }

    /** The effect of a withdrawal. */
    public enum Withdrawal {
        /** The user is erased, with a receipt. Attributes and consents stay. */
        ERASE,
        /** The vector stays as it is, and learns nothing; list and profile go. */
        FREEZE
    }

    /** Whether a consent is needed. */
    public boolean isRequired() {
        return required != Required.NONE;
    }

    /** Whether a user with these attributes has given the consent that is needed. Attributes that are absent give none. */
    public boolean isGiven(Optional<UserAttributes> attributes) {
        return !isRequired() || attributes.filter(of -> of.allows(PURPOSE)).isPresent();
    }
}
