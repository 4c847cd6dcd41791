package dev.kindred.http;

/** Another instance did not answer: it stopped, is unreachable or too slow, or has too many open requests. */
public final class PeerException extends RuntimeException {

    /** No request was sent. */
    public PeerException(String message) {
        super(message, null, false, false); // becomes an answer to the client, which has no stack trace
    }

    /** A request was sent and failed. */
    public PeerException(String message, Throwable cause) {
        super(message, cause, false, false);
    }
}
