package dev.kindred.config;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/**
 * What a setting may hold, as a test and as the words that end "must be".
 *
 * @param words for example "in (0, 1]"; also the range in the configuration file
 */
record Limit(String words, Predicate<Object> allows) implements ConfigDef.Validator {

    /** Whatever a text may hold. */
    static final Limit ANYTHING = new Limit("any text", value -> true);

    /** Whatever the type allows. */
    static final Limit YES_OR_NO = new Limit("true or false", value -> true);

    static Limit between(long least, long most) {
        return new Limit("in [" + least + ", " + most + "]", value -> longOf(value) >= least && longOf(value) <= most);
    }

    static Limit between(double least, double most) {
        return new Limit(
                "in [" + least + ", " + most + "]", value -> (double) value >= least && (double) value <= most);
    }

    static Limit atLeast(long least) {
        return new Limit("at least " + least, value -> longOf(value) >= least);
    }

    /** One value with a meaning of its own, or at least some other. */
    static Limit either(long special, String meaning, long least) {
        return new Limit(
                special + " (" + meaning + ") or at least " + least,
                value -> longOf(value) == special || longOf(value) >= least);
    }

    static Limit oneOf(String... choices) {
        return new Limit(String.join(" or ", choices), List.of(choices)::contains);
    }

    /** A list without repeats from some choices, or one other word alone that stands for the empty list. */
    static Limit listOf(Set<String> choices, String nothing) {
        return new Limit(
                "a list of " + String.join(", ", choices) + "; or " + nothing,
                value -> isListOf(choices, (Collection<?>) value) || value.equals(List.of(nothing)));
    }

    /** A list of matching texts, which may be empty, or one other word alone that stands for all of them. */
    static Limit anyOf(String regex, String words, String all) {
        Pattern pattern = Pattern.compile(regex);
        return new Limit(
                "a list of " + words + "; or " + all,
                value -> value.equals(List.of(all))
                        || ((Collection<?>) value)
                                .stream()
                                        .allMatch(text ->
                                                pattern.matcher((String) text).matches()));
    }

    static Limit matching(String regex, String words) {
        Pattern pattern = Pattern.compile(regex);
        return new Limit(words, value -> pattern.matcher((String) value).matches());
    }

    @Override
    public void ensureValid(String key, Object value) {
        if (!allows.test(value)) {
            throw new ConfigException(key + " must be " + words + ", got " + shown(value));
        }
    }

    @Override
    public String toString() {
        return words;
    }

    private static boolean isListOf(Set<String> choices, Collection<?> values) {
        return !values.isEmpty()
                && choices.containsAll(values)
                && Set.copyOf(values).size() == values.size();
    }

    private static String shown(Object value) {
        return value.toString().isEmpty() ? "nothing" : value.toString();
    }

    private static long longOf(Object number) {
        return ((Number) number).longValue();
    }
}
