package dev.kindred.replay;

/** An event could not be sent; all events before it were sent. */
public final class SendFailedException extends RuntimeException {

    private final long position;

    SendFailedException(long position, Exception cause) {
        super("sending failed: " + cause.getMessage(), cause);
        this.position = position;
    }

    /** The position of the first event that could not be sent. */
    public long position() {
        return position;
    }
}
