package dev.kindred.expression;

import java.util.function.BiPredicate;

/** Something that is so or not under a name: {@code consent "email"}. */
record NamedFlagField<T>(BiPredicate<T, String> flag) implements Field<T> {

    @Override
    public Condition<T> comparison(Tokens tokens) {
        String name = tokens.text();
        return (subject, nowMs) -> flag.test(subject, name);
    }
}
