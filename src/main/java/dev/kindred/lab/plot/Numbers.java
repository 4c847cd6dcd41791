package dev.kindred.lab.plot;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Formats numbers for readers. */
final class Numbers {

    private static final MathContext FOUR_DIGITS = new MathContext(4);
    private static final double THOUSAND = 1e3;
    private static final double MILLION = 1e6;
    private static final double BILLION = 1e9;

    private Numbers() {}

    /** With thousands separated and, below 1000, four significant digits: {@code 1,250,000}, {@code 0.01234}. */
    static String plain(double number) {
        if (Math.abs(number) >= THOUSAND) {
            return String.format(Locale.ROOT, "%,.0f", number);
        }
        return new BigDecimal(number).round(FOUR_DIGITS).stripTrailingZeros().toPlainString();
    }

    /** Short, as a tick of an axis: {@code 20 k}, {@code 1.5 M}. */
    static String tick(double number) {
        double size = Math.abs(number);
        if (size >= BILLION) {
            return plain(number / BILLION) + " G";
        }
        if (size >= MILLION) {
            return plain(number / MILLION) + " M";
        }
        return size >= THOUSAND ? plain(number / THOUSAND) + " k" : plain(number);
    }
}
