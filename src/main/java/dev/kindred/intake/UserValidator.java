package dev.kindred.intake;

import dev.kindred.model.Ids;
import dev.kindred.model.UserAttributes;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Decides whether what is said of a user may be kept. */
public final class UserValidator {

    /** The most attributes, and the most purposes, that are kept of a user. */
    public static final int MOST = 100;

    /** The longest name or value, in characters. */
    public static final int LONGEST = 1_000;

    private final int maxIdBytes;
    private final long toleranceMs;

    /** A validator with the rules for ids of events, and for how far their times may be ahead. */
    public UserValidator(IntakeSettings settings) {
        this.maxIdBytes = settings.maxIdBytes();
        this.toleranceMs = settings.futureTolerance().toMillis();
    }

    /**
     * What is wrong with what is said of a user.
     *
     * @param nowMs the present time, in epoch milliseconds
     * @return the first rule that it breaks; empty if it is acceptable
     */
    public Optional<Rejection> check(UserAttributes said, long nowMs) {
        return Ids.problem(said.userId(), maxIdBytes)
                .map(rule -> new Rejection(RejectionReason.INVALID_USER, "userId " + rule))
                .or(() -> names("attributes", said.attributes()))
                .or(() -> names("consents", said.consents()))
                .or(() -> texts(said.attributes().values()))
                .or(() -> time(said.updatedMs(), nowMs));
    }

    private static Optional<Rejection> names(String field, Map<String, ?> byName) {
        if (byName.size() > MOST) {
            return rejected(field + " must be at most " + MOST + ", got " + byName.size());
        }
        boolean named = byName.keySet().stream().allMatch(name -> !name.isBlank() && name.length() <= LONGEST);
        return named
                ? Optional.empty()
                : rejected(field + " must have names that are not blank, of at most " + LONGEST + " characters");
    }

    private static Optional<Rejection> texts(Collection<String> values) {
        return values.stream().allMatch(value -> value.length() <= LONGEST)
                ? Optional.empty()
                : rejected("attributes must have values of at most " + LONGEST + " characters");
    }

    private static Optional<Rejection> rejected(String detail) {
        return Optional.of(new Rejection(RejectionReason.INVALID_ATTRIBUTES, detail));
    }

    private Optional<Rejection> time(long updatedMs, long nowMs) {
        return updatedMs >= 0 && updatedMs <= nowMs + toleranceMs
                ? Optional.empty()
                : Optional.of(new Rejection(
                        RejectionReason.INVALID_TIME,
                        "updatedMs must not be before 1970, nor more than " + toleranceMs + " ms ahead, got "
                                + updatedMs));
    }
}
