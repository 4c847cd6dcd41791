package dev.kindred.plot;

import java.util.function.Function;

/** What stands at the ticks of an axis. */
final class Ticks {

    private Ticks() {}

    /** All ticks of a linear axis have their number; of a logarithmic one those with 1, 2 and 5, so that they fit. */
    static Function<Double, String> of(Axis axis) {
        return tick -> !axis.logarithmic() || hasRoomFor(tick) ? Numbers.tick(tick) : "";
    }

    private static boolean hasRoomFor(double tick) {
        double decade = Math.pow(10, Math.floor(Math.log10(tick) + 1e-9));
        long digit = Math.round(tick / decade);
        return digit == 1 || digit == 2 || digit == 5;
    }
}
