package dev.kindred.expression;

import dev.kindred.model.Item;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * The fields of subjects of one kind, by name; a name consists of lower-case letters and underscores. Immutable: every
 * method returns these fields and one more.
 *
 * @param <T> type of the subjects
 */
public final class Fields<T> {

    private final Map<String, Field<T>> byName;

    private Fields(Map<String, Field<T>> byName) {
        this.byName = Map.copyOf(byName);
    }

    /** No fields. */
    public static <T> Fields<T> none() {
        return new Fields<>(Map.of());
    }

    private Fields<T> with(String name, Field<T> field) {
        Map<String, Field<T>> more = new HashMap<>(byName);
        more.put(name, field);
        return new Fields<>(more);
    }

    /** Words, none of them empty; one must match: {@code tag in ("sale", "new")}. */
    public Fields<T> words(String name, Function<T, ? extends Collection<String>> values) {
        return with(name, new TextField<>(values, false));
    }

    /** Paths, so that one can be under another: {@code category under "Home > Kitchen"}. */
    public Fields<T> paths(String name, Function<T, ? extends Collection<String>> values) {
        return with(name, new TextField<>(values, true));
    }

    /** A word under a name that the expression gives: {@code attribute "color" = "red"}. */
    public Fields<T> namedWords(String name, Function<T, Map<String, String>> values) {
        return with(name, new NamedTextField<>(values));
    }

    /**
     * One of a few words, or an empty text if the subject has none; other words are rejected: {@code lifecycle =
     * "lapsing"}.
     */
    public Fields<T> choice(String name, List<String> choices, Function<T, String> value) {
        return with(name, new ChoiceField<>(choices, value));
    }

    /** A number, NaN if the subject has none: {@code price < 50}. */
    public Fields<T> number(String name, ToDoubleFunction<T> number) {
        return with(name, new NumberField<>(number));
    }

    /** The share of one part in a whole, NaN if there is no whole: {@code brand "Acme" share >= 0.3}. */
    public Fields<T> share(String name, ToDoubleBiFunction<T, String> share) {
        return with(name, new ShareField<>(share, false));
    }

    /** The same for a part that is a path: {@code category "Home > Kitchen" share >= 0.3}. */
    public Fields<T> pathShare(String name, ToDoubleBiFunction<T, String> share) {
        return with(name, new ShareField<>(share, true));
    }

    /** Less time than this has passed since: {@code newer than 30 d}. */
    public Fields<T> newer(String name, Function<T, OptionalLong> timeMs) {
        return with(name, new AgeField<>(timeMs, true));
    }

    /** More time than this has passed since: {@code older than 30 d}. */
    public Fields<T> older(String name, Function<T, OptionalLong> timeMs) {
        return with(name, new AgeField<>(timeMs, false));
    }

    /** A boolean: {@code in_stock}. */
    public Fields<T> flag(String name, Predicate<T> flag) {
        return with(name, new FlagField<>(flag));
    }

    /** A boolean under a name that the expression gives: {@code consent "email"}. */
    public Fields<T> namedFlag(String name, BiPredicate<T, String> flag) {
        return with(name, new NamedFlagField<>(flag));
    }

    /** @throws ExpressionException if the text is no expression */
    Expression<T> read(String text) {
        return new Parser<>(byName, text).parse();
    }

    /** A field of a subject: each kind of field has its own comparisons. */
    interface Field<T> {

        /**
         * Reads the rest of a comparison.
         *
         * @param tokens the tokens after the name of the field
         * @throws ExpressionException if the tokens are not a comparison of this field
         */
        Condition<T> comparison(Tokens tokens);
    }

    /**
     * Words, compared without case: {@code tag = "sale"}, {@code brand in ("Acme", "Bolt")}. A subject may have
     * several: it is equal if one of them is, and not equal if it has some and none of them is.
     *
     * @param values gives the words; none is empty
     * @param isPath whether words are paths, as categories are, so that one can be {@code under} another
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

        /** The condition that one of the values matches one of the texts. */
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

        /** Spells {@code Home>Kitchen} as items do. */
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

    /** A word of the subject under a name: {@code attribute "color" = "red"}. */
    private record NamedTextField<T>(Function<T, Map<String, String>> byName) implements Field<T> {

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

    /**
     * One of a few words: {@code lifecycle in ("lapsing", "lapsed")}. Other words are rejected at parsing, because no
     * subject can have them.
     *
     * @param choices the words
     * @param value gives one of them, or an empty text if the subject has none
     */
    private record ChoiceField<T>(List<String> choices, Function<T, String> value) implements Field<T> {

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

    /**
     * A number: {@code price < 50}.
     *
     * @param number returns the number, NaN if the subject has none; then every comparison below is false
     */
    private record NumberField<T>(ToDoubleFunction<T> number) implements Field<T> {

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

    /**
     * The share of one part in a whole: {@code category "Home > Kitchen" share >= 0.3}.
     *
     * @param share returns the share, from 0 to 1, NaN if there is no whole; then every comparison is false
     * @param isPath whether a part is a path
     */
    private record ShareField<T>(ToDoubleBiFunction<T, String> share, boolean isPath) implements Field<T> {

        @Override
        public Condition<T> comparison(Tokens tokens) {
            String text = tokens.text();
            String part = isPath ? TextField.withSteps(text) : text;
            tokens.oneOf(List.of("share"));
            return new NumberField<T>(subject -> share.applyAsDouble(subject, part)).comparison(tokens);
        }
    }

    /**
     * The age of something: {@code newer than 30 d}. A time in the future is newer than anything.
     *
     * @param timeMs returns the time in epoch milliseconds, if the subject has one
     * @param isNewer whether less time must have passed; else more
     */
    private record AgeField<T>(Function<T, OptionalLong> timeMs, boolean isNewer) implements Field<T> {

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

    /** A boolean: {@code in_stock}. */
    private record FlagField<T>(Predicate<T> flag) implements Field<T> {

        @Override
        public Condition<T> comparison(Tokens tokens) {
            return (subject, nowMs) -> flag.test(subject);
        }
    }

    /** A boolean under a name: {@code consent "email"}. */
    private record NamedFlagField<T>(BiPredicate<T, String> flag) implements Field<T> {

        @Override
        public Condition<T> comparison(Tokens tokens) {
            String name = tokens.text();
            return (subject, nowMs) -> flag.test(subject, name);
        }
    }
}
