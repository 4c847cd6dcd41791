package dev.kindred.expression;

import java.util.List;
import java.util.function.ToDoubleBiFunction;

/**
 * How much of a whole falls to one part: {@code category "Home > Kitchen" share >= 0.3}.
 *
 * @param share gives it, from 0 to 1, NaN if there is no whole, for which every comparison is false
 * @param isPath whether a part is written in steps
 */
record ShareField<T>(ToDoubleBiFunction<T, String> share, boolean isPath) implements Field<T> {

    @Override
    public Condition<T> comparison(Tokens tokens) {
        String text = tokens.text();
        String part = isPath ? TextField.withSteps(text) : text;
        tokens.oneOf(List.of("share"));
        return new NumberField<T>(subject -> share.applyAsDouble(subject, part)).comparison(tokens);
    }
}
