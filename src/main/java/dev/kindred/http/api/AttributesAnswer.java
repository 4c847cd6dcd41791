package dev.kindred.http.api;

import dev.kindred.model.Described;
import dev.kindred.model.UserAttributes;
import java.util.Map;
import java.util.TreeMap;

/** What a shop says of a user, as JSON. */
record AttributesAnswer(
        @Described("Anything that the shop knows, by name.") Map<String, String> attributes,

        @Described("What the user was asked, by purpose: true where it was given, false where it was refused; a purpose"
                + " that is absent was not asked.")
        Map<String, Boolean> consents,

        @Described("As of when all this is true, in epoch milliseconds; 0 if nothing is said.")
        long updatedMs) {

    AttributesAnswer {
        attributes = new TreeMap<>(attributes); // in order, for people
        consents = new TreeMap<>(consents);
    }

    static AttributesAnswer of(UserAttributes said) {
        return new AttributesAnswer(said.attributes(), said.consents(), said.updatedMs());
    }
}
