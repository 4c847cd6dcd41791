package dev.kindred.intake;

import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Parses numbers as people and exports write them: less than Java accepts, no {@code 10f}, {@code 0x1p4}, {@code NaN}. */
public final class Decimals {

    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?");

    private Decimals() {}

    /** Whether a text is a number, which may be too large. */
    public static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    /** A finite number with a point and perhaps an exponent; empty for any other text. */
    public static OptionalDouble parse(String text) {
        if (!isNumber(text)) {
            return OptionalDouble.empty();
        }
        double number = Double.parseDouble(text);
        return Double.isInfinite(number) ? OptionalDouble.empty() : OptionalDouble.of(number);
    }
}
