package dev.kindred.expression;

/** Whether something is true of a subject at a moment. Never throws; what the subject lacks makes it false. */
@FunctionalInterface
interface Condition<T> {

    /**
     * Asks.
     *
     * @param nowMs the moment from which ages count, in epoch milliseconds
     */
    boolean holds(T subject, long nowMs);
}
