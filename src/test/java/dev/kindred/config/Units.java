package dev.kindred.config;

import java.util.LinkedHashMap;
import java.util.Map;

/** Formats a number in the largest unit that divides it. */
final class Units {

    private static final Map<String, Long> TIMES = new LinkedHashMap<>();
    private static final Map<String, Long> SIZES = new LinkedHashMap<>();

    static {
        TIMES.put("d", 86_400_000L);
        TIMES.put("h", 3_600_000L);
        TIMES.put("min", 60_000L);
        SIZES.put("MiB", 1L << 20);
        SIZES.put("KiB", 1L << 10);
    }

    private Units() {}

    static String time(String milliseconds) {
        return in(TIMES, milliseconds);
    }

    static String size(String bytes) {
        return in(SIZES, bytes);
    }

    private static String in(Map<String, Long> units, String number) {
        long value = Long.parseLong(number);
        return units.entrySet().stream()
                .filter(unit -> value > 0 && value % unit.getValue() == 0)
                .findFirst()
                .map(unit -> value / unit.getValue() + " " + unit.getKey())
                .orElse(number);
    }
}
