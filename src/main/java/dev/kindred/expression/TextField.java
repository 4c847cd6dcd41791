package dev.kindred.expression;

import dev.kindred.model.Item;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Words, in which case does not matter: {@code tag = "sale"}, {@code brand in ("Acme", "Bolt")}. A subject may have
 * several: it is equal if one of them is, and not equal if it has some and none of them is.
 *
 * @param values gives the words; none is empty
 * @param isPath whether words are steps, as those of a category are, so that one can be {@code under} another
 */
record TextField<T>(Function<T, ? extends Collection<String>> values, boolean isPath) implements Field<T> {

    private static final List<String> OF_WORDS = List.of("=", "!=", "in");
    private static final List<String> OF_PATHS = List.of("under", "=", "!=", "in");

    @Override
    public Condition<T> comparison(Tokens tokens) {
        return switch (tokens.oneOf(isPath ? OF_PATHS : OF_WORDS)) {
            case "under" -> anyOf(tokens.texts(), TextField::isUnder);
            case "in" -> anyOf(tokens.texts(), String::equalsIgnoreCase);
            case "=" -> anyOf(List.of(tokens.text()), String::equalsIgnoreCase);
            default -> noneOf(tokens.text());
        };
    }

    private Condition<T> noneOf(String text) {
        Condition<T> equal = anyOf(List.of(text), String::equalsIgnoreCase);
        return (subject, nowMs) -> !values.apply(subject).isEmpty() && !equal.holds(subject, nowMs);
    }

    /** That one of the values matches one of those wanted. */
    private Condition<T> anyOf(List<String> wanted, BiPredicate<String, String> matches) {
        List<String> spelledAlike = wanted.stream()
                .map(isPath ? TextField::withSteps : text -> text)
                .toList();
        return (subject, nowMs) -> {
            for (String value : values.apply(subject)) {
                for (String one : spelledAlike) {
                    if (matches.test(value, one)) {
                        return true;
                    }
                }
            }
            return false;
        };
    }

    /** {@code Home>Kitchen} as items spell it. */
    static String withSteps(String path) {
        return Arrays.stream(path.split(Item.STEP.strip(), -1))
                .map(String::strip)
                .collect(Collectors.joining(Item.STEP));
    }

    static boolean isUnder(String path, String root) {
        return path.regionMatches(true, 0, root, 0, root.length())
                && (path.length() == root.length() || path.startsWith(Item.STEP, root.length()));
    }
}
