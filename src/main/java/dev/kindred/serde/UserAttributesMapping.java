package dev.kindred.serde;

import dev.kindred.model.UserAttributes;
import dev.kindred.serde.avro.UserAttributesValue;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;

/** What is said of users, between the domain and Avro. */
final class UserAttributesMapping {

    private UserAttributesMapping() {}

    /** By name, so that equal attributes are equal bytes. */
    static SpecificRecord toAvro(UserAttributes attributes) {
        UserAttributesValue value = new UserAttributesValue();
        value.setUserId(attributes.userId());
        value.setAttributes(new TreeMap<>(attributes.attributes()));
        value.setConsents(new TreeMap<>(attributes.consents()));
        value.setUpdatedMs(attributes.updatedMs());
        return value;
    }

    /** @throws IllegalArgumentException if there is no user's id */
    static UserAttributes fromAvro(UserAttributesValue value) {
        return new UserAttributes(value.getUserId(), value.getAttributes(), value.getConsents(), value.getUpdatedMs());
    }
}
