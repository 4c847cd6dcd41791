package dev.kindred.intake;

/** Is told what becomes of events, so that it can be counted. Safe for many threads. */
@FunctionalInterface
public interface IntakeObserver {

    /**
     * Some events came to the same end.
     *
     * @param events how many, not negative
     */
    void ended(IntakeResult result, int events);
}
