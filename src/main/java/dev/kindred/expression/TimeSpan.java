package dev.kindred.expression;

import java.time.Duration;

/** Lengths of time in text form: {@code 12 h}, {@code 30 d}, {@code 2 w}. */
public final class TimeSpan {

    private TimeSpan() {}

    /**
     * Reads a length of time.
     *
     * @param text a number and one of the units h, d and w, or their English names
     * @throws ExpressionException if the text is not a length of time, or is longer than 100 years
     */
    public static Duration parse(String text) {
        Tokens tokens = new Tokens(text);
        Duration span = tokens.span();
        tokens.end();
        return span;
    }
}
