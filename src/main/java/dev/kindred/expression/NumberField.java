package dev.kindred.expression;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A number: {@code price < 50}.
 *
 * @param number gives it, NaN if the subject has none, for which every comparison below is false
 */
record NumberField<T>(ToDoubleFunction<T> number) implements Field<T> {

    private static final List<String> OPERATORS = List.of("<", "<=", ">", ">=", "=", "!=");

    @Override
    public Condition<T> comparison(Tokens tokens) {
        String operator = tokens.oneOf(OPERATORS);
        double other = tokens.number();
        return switch (operator) {
            case "<" -> (subject, nowMs) -> number.applyAsDouble(subject) < other;
            case "<=" -> (subject, nowMs) -> number.applyAsDouble(subject) <= other;
            case ">" -> (subject, nowMs) -> number.applyAsDouble(subject) > other;
            case ">=" -> (subject, nowMs) -> number.applyAsDouble(subject) >= other;
            case "=" -> (subject, nowMs) -> number.applyAsDouble(subject) == other;
            default ->
                (subject, nowMs) -> {
                    double own = number.applyAsDouble(subject);
                    return own < other || own > other;
                };
        };
    }
}
