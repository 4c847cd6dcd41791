package dev.kindred.expression;

/** Tests a subject at a moment. Never throws; a comparison with a missing value is false. */
@FunctionalInterface
interface Condition<T> {

    /** Evaluates the condition.
     *
     * @param nowMs the current time for ages, in epoch milliseconds
     */
    boolean holds(T subject, long nowMs);
}
