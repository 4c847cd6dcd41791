package dev.kindred.intake;

/**
 * Records could not be handed over for now; whoever has them may try again later. The message is a sentence for that one.
 */
public final class SinkUnavailableException extends RuntimeException {

    private final int kept;

    private SinkUnavailableException(String message, int kept, Throwable cause) {
        super(message, cause);
        this.kept = kept;
    }

    /**
     * Nothing was even tried, so that no record is kept.
     *
     * @param cause why trying would be in vain
     */
    public static SinkUnavailableException untried(Throwable cause) {
        return new SinkUnavailableException("the brokers cannot be reached for now: nothing was taken", 0, cause);
    }

    /**
     * Not all records are known to be kept.
     *
     * @param kept records that are
     * @param of records in all; those not known to be kept may be kept all the same
     * @param cause what went wrong
     */
    public static SinkUnavailableException unconfirmed(int kept, int of, Throwable cause) {
        return new SinkUnavailableException(
                "the brokers confirmed " + kept + " of " + of + " in time; the others may have been taken or not",
                kept,
                cause);
    }

    /** How many records are known to be kept. */
    public int kept() {
        return kept;
    }
}
