package dev.kindred.intake;

/** A callback that counts the results of records. Thread safe. */
@FunctionalInterface
public interface IntakeObserver {

    /**
     * Reports the result of some records.
     *
     * @param records the number of records, not negative
     */
    void ended(IntakeResult result, int records);
}
