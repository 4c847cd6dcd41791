package dev.kindred.expression;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * How long ago something was: {@code newer than 30 d}. What lies in the future is newer than anything.
 *
 * @param timeMs gives when it was, in epoch milliseconds, if the subject knows
 * @param isNewer whether less time has to have passed; else more
 */
record AgeField<T>(Function<T, OptionalLong> timeMs, boolean isNewer) implements Field<T> {

    @Override
    public Condition<T> comparison(Tokens tokens) {
        tokens.oneOf(List.of("than"));
        long spanMs = tokens.span().toMillis();
        return (subject, nowMs) -> {
            OptionalLong time = timeMs.apply(subject);
            return time.isPresent() && isNewer == time.getAsLong() > nowMs - spanMs;
        };
    }
}
