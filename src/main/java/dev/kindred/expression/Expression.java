package dev.kindred.expression;

/**
 * A parsed expression.
 *
 * @param condition the condition on a subject
 * @param ofUnknown its result for an unknown subject, for which every comparison is false
 */
record Expression<T>(Condition<T> condition, boolean ofUnknown) {

    static <T> Expression<T> comparison(Condition<T> condition) {
        return new Expression<>(condition, false);
    }

    Expression<T> negated() {
        return new Expression<>((subject, nowMs) -> !condition.holds(subject, nowMs), !ofUnknown);
    }

    Expression<T> and(Expression<T> other) {
        return new Expression<>(
                (subject, nowMs) -> condition.holds(subject, nowMs) && other.condition.holds(subject, nowMs),
                ofUnknown && other.ofUnknown);
    }

    Expression<T> or(Expression<T> other) {
        return new Expression<>(
                (subject, nowMs) -> condition.holds(subject, nowMs) || other.condition.holds(subject, nowMs),
                ofUnknown || other.ofUnknown);
    }
}
