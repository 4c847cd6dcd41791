package dev.kindred.intake;

/** What became of a record that was brought to {@link Intake}. */
public enum IntakeResult {
    /** It is kept for good, and the stream will read it. */
    ACCEPTED,
    /** It breaks a rule. */
    REJECTED,
    /** It is not known to be kept: who brought it was told to try again. */
    FAILED
}
