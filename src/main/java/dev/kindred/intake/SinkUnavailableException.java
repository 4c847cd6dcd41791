package dev.kindred.intake;

/** Records could not be sent now; the client may retry later. The message is a sentence for the client. */
public final class SinkUnavailableException extends RuntimeException {

    private final int kept;

    private SinkUnavailableException(String message, int kept, Throwable cause) {
        super(message, cause);
        this.kept = kept;
    }

    /**
     * No record was sent.
     *
     * @param cause the reason why sending would fail
     */
    public static SinkUnavailableException untried(Throwable cause) {
        return new SinkUnavailableException("the brokers cannot be reached: no record was sent", 0, cause);
    }

    /**
     * Not all records are confirmed.
     *
     * @param kept the number of confirmed records
     * @param of the number of all records; unconfirmed records may be durable, too
     * @param cause the failure
     */
    public static SinkUnavailableException unconfirmed(int kept, int of, Throwable cause) {
        return new SinkUnavailableException(
                "the brokers confirmed " + kept + " of " + of + " records in time; the others may or may not be stored",
                kept,
                cause);
    }

    /** The number of confirmed records. */
    public int kept() {
        return kept;
    }
}
