package dev.kindred.expression;

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

/**
 * What can be asked of subjects of one kind, by name; a name is lower-case letters and underscores. Immutable: every method
 * gives these fields and one more.
 *
 * @param <T> the subjects
 */
public final class Fields<T> {

    private final Map<String, Field<T>> byName;

    private Fields(Map<String, Field<T>> byName) {
        this.byName = Map.copyOf(byName);
    }

    /** Nothing yet. */
    public static <T> Fields<T> none() {
        return new Fields<>(Map.of());
    }

    private Fields<T> with(String name, Field<T> field) {
        Map<String, Field<T>> more = new HashMap<>(byName);
        more.put(name, field);
        return new Fields<>(more);
    }

    /** Words, none of them empty, of which one has to match: {@code tag in ("sale", "new")}. */
    public Fields<T> words(String name, Function<T, ? extends Collection<String>> values) {
        return with(name, new TextField<>(values, false));
    }

    /** Words made of steps, so that one can lie under another: {@code category under "Home > Kitchen"}. */
    public Fields<T> paths(String name, Function<T, ? extends Collection<String>> values) {
        return with(name, new TextField<>(values, true));
    }

    /** A word under a name that the question gives: {@code attribute "color" = "red"}. */
    public Fields<T> namedWords(String name, Function<T, Map<String, String>> values) {
        return with(name, new NamedTextField<>(values));
    }

    /** One of a few words, or an empty text if the subject has none; all others are refused: {@code lifecycle = "lapsing"}. */
    public Fields<T> choice(String name, List<String> choices, Function<T, String> value) {
        return with(name, new ChoiceField<>(choices, value));
    }

    /** A number, NaN if the subject has none: {@code price < 50}. */
    public Fields<T> number(String name, ToDoubleFunction<T> number) {
        return with(name, new NumberField<>(number));
    }

    /** How much of a whole falls to one part, NaN if there is no whole: {@code brand "Acme" share >= 0.3}. */
    public Fields<T> share(String name, ToDoubleBiFunction<T, String> share) {
        return with(name, new ShareField<>(share, false));
    }

    /** The same of a part that is written in steps: {@code category "Home > Kitchen" share >= 0.3}. */
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

    /** Something that is so or not: {@code in_stock}. */
    public Fields<T> flag(String name, Predicate<T> flag) {
        return with(name, new FlagField<>(flag));
    }

    /** Something that is so or not under a name that the question gives: {@code consent "email"}. */
    public Fields<T> namedFlag(String name, BiPredicate<T, String> flag) {
        return with(name, new NamedFlagField<>(flag));
    }

    /** @throws ExpressionException if the text is no expression */
    Expression<T> read(String text) {
        return new Parser<>(byName, text).parse();
    }
}
