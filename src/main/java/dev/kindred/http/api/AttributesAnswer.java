package dev.kindred.http.api;

import dev.kindred.model.Described;
import dev.kindred.model.UserAttributes;
import java.util.Map;
import java.util.TreeMap;

/** The attributes and consents of a user as JSON. */
record AttributesAnswer(
        @Described("The attributes of the user, by name.") Map<String, String> attributes,

        @Described("The consents, by purpose: true if given, false if refused; a purpose"
                + " for which the user was not asked is absent.")
        Map<String, Boolean> consents,

        @Described("The time of this statement, in epoch milliseconds; 0 if there is none.")
        long updatedMs) {

    AttributesAnswer {
        attributes = new TreeMap<>(attributes); // in order, for people
        consents = new TreeMap<>(consents);
    }

    static AttributesAnswer of(UserAttributes attributes) {
        return new AttributesAnswer(attributes.attributes(), attributes.consents(), attributes.updatedMs());
    }
}
