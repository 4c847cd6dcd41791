package dev.kindred.logs;

/** A line is invalid; the message names the field and the rule. It never leaves this package. */
final class RejectedLineException extends Exception {

    private static final int MAX_SHOWN = 40;

    RejectedLineException(String reason) {
        // no cause and no stack trace: a file of garbage throws it for every line
        super(reason, null, false, false);
    }

    /** A field's value as a message can show it: short, and without control characters. */
    static String shown(String value) {
        String start = value.length() <= MAX_SHOWN ? value : value.substring(0, MAX_SHOWN) + "...";
        StringBuilder printable = new StringBuilder(start.length() + 2).append('\'');
        start.chars().forEach(c -> printable.append(Character.isISOControl(c) ? '?' : (char) c));
        return printable.append('\'').toString();
    }
}
