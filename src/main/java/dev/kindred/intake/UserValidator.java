package dev.kindred.intake;

import dev.kindred.model.UserAttributes;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Validates user attributes. */
public record UserValidator(IntakeSettings settings) {

    /** The greatest number of attributes, and of consents, of one user. */
    public static final int MAX_ENTRIES = 100;

    /** The greatest length of a name or value, in characters. */
    public static final int MAX_LENGTH = 1_000;

    /**
     * Checks the attributes of a user.
     *
     * @param nowMs the present time, in epoch milliseconds
     * @return the first broken rule; empty for valid attributes
     */
    public Optional<Rejection> check(UserAttributes user, long nowMs) {
        return settings.idProblem(user.userId())
                .map(rule -> new Rejection(RejectionReason.INVALID_USER, "userId " + rule))
                .or(() -> names("attributes", user.attributes()))
                .or(() -> names("consents", user.consents()))
                .or(() -> texts(user.attributes().values()))
                .or(() -> time(user.updatedMs(), nowMs));
    }

    private static Optional<Rejection> names(String field, Map<String, ?> byName) {
        if (byName.size() > MAX_ENTRIES) {
            return rejected(field + " must be at most " + MAX_ENTRIES + ", got " + byName.size());
        }
        boolean named = byName.keySet().stream().allMatch(name -> !name.isBlank() && name.length() <= MAX_LENGTH);
        return named
                ? Optional.empty()
                : rejected(field + " must have names that are not blank, of at most " + MAX_LENGTH + " characters");
    }

    private static Optional<Rejection> texts(Collection<String> values) {
        return values.stream().allMatch(value -> value.length() <= MAX_LENGTH)
                ? Optional.empty()
                : rejected("attributes must have values of at most " + MAX_LENGTH + " characters");
    }

    private static Optional<Rejection> rejected(String detail) {
        return Optional.of(new Rejection(RejectionReason.INVALID_ATTRIBUTES, detail));
    }

    private Optional<Rejection> time(long updatedMs, long nowMs) {
        long toleranceMs = settings.futureTolerance().toMillis();
        return updatedMs >= 0 && updatedMs <= nowMs + toleranceMs
                ? Optional.empty()
                : Optional.of(new Rejection(
                        RejectionReason.INVALID_TIME,
                        "updatedMs must not be before 1970, nor more than " + toleranceMs + " ms ahead, got "
                                + updatedMs));
    }
}
