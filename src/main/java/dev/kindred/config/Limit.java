package dev.kindred.config;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The valid values of a setting, as a predicate and as text.
 *
 * @param words for example "in (0, 1]"; also the range in the configuration file
 * @param example a value for messages; empty if the default is a good one
 */
record Limit<R>(String words, String example, Predicate<R> allows) {

    static final Limit<Long> COUNT = between(1, 1_000_000);
    static final Limit<Double> FACTOR = between(0.0, 1000.0);
    static final Limit<Double> PART = of("in [0, 1)", value -> value >= 0 && value < 1);

    static <R> Limit<R> of(String words, Predicate<R> allows) {
        return new Limit<>(words, "", allows);
    }

    Limit<R> like(String value) {
        return new Limit<>(words, value, allows);
    }

    /** @throws IllegalArgumentException if the value is not allowed */
    R check(R value) {
        if (!allows.test(value)) {
            throw new IllegalArgumentException("not allowed");
        }
        return value;
    }

    static Limit<Long> between(long min, long max) {
        return of("in [" + min + ", " + max + "]", value -> value >= min && value <= max);
    }

    static Limit<Double> between(double min, double max) {
        return of("in [" + min + ", " + max + "]", value -> value >= min && value <= max);
    }

    static Limit<Long> atLeast(long min) {
        return of("at least " + min, value -> value >= min);
    }

    /** A special value, or any value of at least {@code min}. */
    static Limit<Long> either(long special, String meaning, long min) {
        return of(special + " (" + meaning + ") or at least " + min, value -> value == special || value >= min);
    }

    static Limit<String> oneOf(List<String> choices) {
        return of(String.join(" or ", choices), choices::contains);
    }

    static Limit<String> matching(String regex, String words) {
        return of(words, Pattern.compile(regex).asMatchPredicate());
    }
}
