package dev.kindred.feedback;

/** The effect of an event on the outcomes of lists. */
public enum FeedbackResult {
    /** It counts. */
    COUNTED,
    /** It was told before, as by a second beacon. */
    REPEATED,
    /** It came later than the grace period. */
    LATE,
    /** Its user was shown too much in a minute, or on a day, to be a person. */
    CAPPED,
    /** It is of no type that outcomes count. */
    IGNORED
}
