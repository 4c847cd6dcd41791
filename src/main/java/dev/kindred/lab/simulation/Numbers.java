package dev.kindred.lab.simulation;

/** Numbers as ids show them. */
final class Numbers {

    private Numbers() {}

    /** A number with leading zeros. */
    static String padded(int number, int digits) {
        String plain = Integer.toString(number);
        return "0".repeat(Math.max(0, digits - plain.length())) + plain;
    }
}
