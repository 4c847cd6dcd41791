package dev.kindred.math;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Leaves out the digits that nobody needs. */
public final class Rounding {

    private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_EVEN);

    private Rounding() {}

    /** A finite number to three significant digits, so within half a percent of what it was. */
    public static double toThreeDigits(double value) {
        return new BigDecimal(value).round(THREE_DIGITS).doubleValue();
    }
}
