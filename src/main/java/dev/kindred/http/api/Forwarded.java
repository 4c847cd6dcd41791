package dev.kindred.http.api;

/** The outcome of a request about users that this instance does not own, or is still restoring. */
public enum Forwarded {
    /** The instance that owns the user. */
    OWNER,
    /** A standby copy, here or elsewhere. */
    COPY,
    /** No instance answered. */
    FAILED
}
