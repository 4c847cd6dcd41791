package dev.kindred.config;

import dev.kindred.intake.Decimals;
import java.math.BigInteger;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The values of a setting: their format, range and meaning.
 *
 * @param noun the beginning of the description of a value, such as "a whole number, "
 * @param range the rest of the description, such as "in [1, 256]"; also the range in the configuration file
 * @param example a value for messages; empty if the default serves as one
 * @param isSecret whether messages leave the value out
 * @param parse parses a text; throws an {@link IllegalArgumentException} whose message completes "the value is"
 */
record Kind<T>(String noun, String range, String example, boolean isSecret, Function<String, T> parse) {

    private static final Pattern DIGITS = Pattern.compile("[+-]?[0-9]+");

    static final Kind<Long> WHOLE = of("a whole number, ", "", text -> whole(text, "not a whole number"));

    static final Kind<Long> MILLISECONDS =
            of("a whole number of milliseconds, ", "", text -> whole(text, "not a whole number of milliseconds"));

    static final Kind<Double> NUMBER = of("a number, ", "", Kind::number);

    static final Kind<Boolean> FLAG = of("", "true or false", Kind::flag);

    static final Kind<String> TEXT = of("", "any text", text -> text);

    /** A list of texts, separated by commas. */
    static final Kind<List<String>> LIST =
            of("", "a list", text -> text.isEmpty() ? List.of() : List.of(text.split("\\s*,\\s*", -1)));

    static final Kind<Optional<Path>> PATH = of("", "empty or a path", Kind::path);

    /** Keeps leading and trailing space, because it may belong to the password. */
    static final Kind<String> PASSWORD = new Kind<>("", "the password", "", true, text -> text);

    private static <T> Kind<T> of(String noun, String range, Function<String, T> parse) {
        return new Kind<>(noun, range, "", false, text -> parse.apply(text.strip()));
    }

    Kind<T> within(Limit<T> limit) {
        return new Kind<>(noun, limit.words(), limit.example(), isSecret, text -> limit.check(parse.apply(text)));
    }

    /** @param meaning converts an allowed value; throws as {@link #parse} does */
    <U> Kind<U> as(Function<T, U> meaning) {
        return new Kind<>(noun, range, example, isSecret, parse.andThen(meaning));
    }

    Kind<T> like(String value) {
        return new Kind<>(noun, range, value, isSecret, parse);
    }

    Kind<T> secret() {
        return new Kind<>(noun, range, example, true, parse);
    }

    private static long whole(String text, String problem) {
        if (!DIGITS.matcher(text).matches()) {
            throw new IllegalArgumentException(problem);
        }
        try {
            return new BigInteger(text).longValueExact();
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("too large", e);
        }
    }

    private static double number(String text) {
        return Decimals.parse(text)
                .orElseThrow(
                        () -> new IllegalArgumentException(Decimals.isNumber(text) ? "too large" : "not a number"));
    }

    private static boolean flag(String text) {
        if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
            return Boolean.parseBoolean(text);
        }
        throw new IllegalArgumentException("neither true nor false");
    }

    private static Optional<Path> path(String text) {
        try {
            return Optional.of(text).filter(path -> !path.isEmpty()).map(Path::of);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("not a path", e);
        }
    }
}
