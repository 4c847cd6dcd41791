package dev.kindred.math;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Rounds to significant digits. */
public final class Rounding {

    private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_EVEN);

    private Rounding() {}

    /** Rounds a finite number to three significant digits, so the result is within half a percent of it. */
    public static double toThreeDigits(double value) {
        return new BigDecimal(value).round(THREE_DIGITS).doubleValue();
    }
}
