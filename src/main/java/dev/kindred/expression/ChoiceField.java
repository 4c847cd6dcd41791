package dev.kindred.expression;

import java.util.List;
import java.util.function.Function;

/**
 * One of a few words: {@code lifecycle in ("lapsing", "lapsed")}. Another word is refused when it is read, as no subject
 * could ever have it.
 *
 * @param choices the words
 * @param value gives one of them, or an empty text if the subject has none
 */
record ChoiceField<T>(List<String> choices, Function<T, String> value) implements Field<T> {

    @Override
    public Condition<T> comparison(Tokens tokens) {
        return switch (tokens.oneOf(List.of("=", "!=", "in"))) {
            case "in" -> oneOf(tokens.texts(choices));
            case "=" -> oneOf(List.of(tokens.text(choices)));
            default -> {
                Condition<T> equal = oneOf(List.of(tokens.text(choices)));
                yield (subject, nowMs) -> !value.apply(subject).isEmpty() && !equal.holds(subject, nowMs);
            }
        };
    }

    private Condition<T> oneOf(List<String> wanted) {
        return (subject, nowMs) -> wanted.contains(value.apply(subject));
    }
}
