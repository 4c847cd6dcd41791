package dev.kindred.expression;

import java.util.function.Predicate;

/** Something that is so or not: {@code in_stock}. */
record FlagField<T>(Predicate<T> flag) implements Field<T> {

    @Override
    public Condition<T> comparison(Tokens tokens) {
        return (subject, nowMs) -> flag.test(subject);
    }
}
