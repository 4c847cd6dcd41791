package dev.kindred.json;

import dev.kindred.intake.Rejection;
import dev.kindred.intake.RejectionReason;

/** JSON is not what it should be; the message names the field and the rule. */
public final class UnreadableJsonException extends Exception {

    private static final long serialVersionUID = 1;

    private final RejectionReason reason;

    /** @param message the field and the rule, without ids */
    public UnreadableJsonException(RejectionReason reason, String message) {
        super(message, null, false, false); // cheap: a file of garbage throws it for every line
        this.reason = reason;
    }

    /** The reason to reject the record. */
    public Rejection rejection() {
        return new Rejection(reason, String.valueOf(getMessage()));
    }
}
