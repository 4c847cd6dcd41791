package dev.kindred.http;

/** Another instance did not answer: it is gone, cut off, too slow, or asked too often at once. */
public final class PeerException extends RuntimeException {

    /** Nothing was asked. */
    public PeerException(String message) {
        super(message, null, false, false); // the sender of the request is told; nobody reads its stack
    }

    /** Something was asked in vain. */
    public PeerException(String message, Throwable cause) {
        super(message, cause, false, false);
    }
}
