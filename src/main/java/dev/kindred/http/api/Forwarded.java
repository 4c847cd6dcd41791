package dev.kindred.http.api;

/** Who answered a question on users whom the asked instance does not own, or does not have yet. */
public enum Forwarded {
    /** The instance that owns the user. */
    OWNER,
    /** A standby copy, here or elsewhere. */
    COPY,
    /** Nobody. */
    FAILED
}
