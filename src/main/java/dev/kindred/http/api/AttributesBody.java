package dev.kindred.http.api;

import dev.kindred.model.Described;
import dev.kindred.model.UserAttributes;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The attributes and consents of a user as JSON: an {@link AttributesAnswer} whose fields are all optional. */
record AttributesBody(
        @Described("The attributes of the user, by name.") @Nullable
        Map<String, String> attributes,

        @Described("The consents, by purpose: true if given, false if refused.") @Nullable
        Map<String, Boolean> consents,

        @Described("The time of this statement, in epoch milliseconds; now if absent.") @Nullable
        Long updatedMs) {

    AttributesBody {
        attributes = Objects.requireNonNullElse(attributes, Map.of());
        consents = Objects.requireNonNullElse(consents, Map.of());
        Limits.checkNoNulls(attributes.values(), "attributes");
        Limits.checkNoNulls(consents.values(), "consents");
    }

    /** The same of a user. */
    UserAttributes of(String userId, long nowMs) {
        return new UserAttributes(
                userId,
                Objects.requireNonNull(attributes),
                Objects.requireNonNull(consents),
                Objects.requireNonNullElse(updatedMs, nowMs));
    }
}
