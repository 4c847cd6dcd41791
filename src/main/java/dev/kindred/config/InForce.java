package dev.kindred.config;

/**
 * A setting in force, for operators.
 *
 * @param value as configured, or the default; {@link #HIDDEN} if it is or may be a secret
 * @param place the source of the value: a file with the line, an environment variable, the command line or the default
 * @param changed whether it was configured
 */
public record InForce(String key, String value, String place, boolean changed) {

    /** Stands for a value that must not be shown. */
    public static final String HIDDEN = "(hidden)";
}
