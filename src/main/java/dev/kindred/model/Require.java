package dev.kindred.model;

/** Checks arguments, most of them in the constructors of records. A message states the rule, then the wrong value. */
public final class Require {

    private Require() {}

    /**
     * Checks a rule.
     *
     * @throws IllegalArgumentException with the rule, if the check failed
     */
    public static void that(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }

    /**
     * Checks one value.
     *
     * @param rule the beginning of the message, such as "k must be positive"
     * @throws IllegalArgumentException with the rule and the value, if the check failed
     */
    public static void that(boolean holds, String rule, Object got) {
        if (!holds) {
            throw new IllegalArgumentException(rule + ", got " + got);
        }
    }
}
