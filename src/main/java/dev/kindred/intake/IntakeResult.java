package dev.kindred.intake;

/** The result of a record given to {@link Intake}. */
public enum IntakeResult {
    /** It is durable, and the stream will read it. */
    ACCEPTED,
    /** It breaks a rule. */
    REJECTED,
    /** It is not confirmed: the client was asked to retry. */
    FAILED
}
