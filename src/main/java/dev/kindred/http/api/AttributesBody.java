package dev.kindred.http.api;

import dev.kindred.model.Described;
import dev.kindred.model.UserAttributes;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a shop says of a user, as JSON: an {@link AttributesAnswer} of which anything may be left out. */
record AttributesBody(
        @Described("Anything that the shop knows, by name.") @Nullable
        Map<String, String> attributes,

        @Described("What the user was asked, by purpose: true where it was given, false where it was refused.")
        @Nullable
        Map<String, Boolean> consents,

        @Described("As of when all this is true, in epoch milliseconds; now if absent.") @Nullable
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
