package dev.kindred.serde;

import dev.kindred.model.UserAttributes;
import dev.kindred.serde.avro.UserAttributesValue;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;

/** Maps attributes of users to and from Avro. */
final class UserAttributesMapping {

    private UserAttributesMapping() {}

    /** Sorts by name, so that equal attributes have equal bytes. */
    static SpecificRecord toAvro(UserAttributes attributes) {
        return new UserAttributesValue(
                attributes.userId(),
                new TreeMap<>(attributes.attributes()),
                new TreeMap<>(attributes.consents()),
                attributes.updatedMs());
    }

    /** @throws IllegalArgumentException if the user id is missing */
    static UserAttributes fromAvro(UserAttributesValue value) {
        return new UserAttributes(value.getUserId(), value.getAttributes(), value.getConsents(), value.getUpdatedMs());
    }
}
