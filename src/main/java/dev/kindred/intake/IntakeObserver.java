package dev.kindred.intake;

/** Is told what becomes of records, so that it can be counted. Safe for many threads. */
@FunctionalInterface
public interface IntakeObserver {

    /**
     * Some records came to the same end.
     *
     * @param records how many, not negative
     */
    void ended(IntakeResult result, int records);
}
