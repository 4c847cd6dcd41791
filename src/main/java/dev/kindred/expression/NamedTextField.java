package dev.kindred.expression;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A word that the subject has under a name: {@code attribute "color" = "red"}. */
record NamedTextField<T>(Function<T, Map<String, String>> byName) implements Field<T> {

    @Override
    public Condition<T> comparison(Tokens tokens) {
        String name = tokens.text();
        return new TextField<T>(subject -> named(name, subject), false).comparison(tokens);
    }

    private Collection<String> named(String name, T subject) {
        String value = byName.apply(subject).getOrDefault(name, "");
        return value.isEmpty() ? List.of() : List.of(value);
    }
}
