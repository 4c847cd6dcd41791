package dev.kindred.query;

/** The state that a question needs is being restored or is moving between instances: ask again soon. */
public final class NotReadyException extends QueryException {

    /** @param what the state that is not there yet, as the beginning of a sentence */
    public NotReadyException(String what) {
        super(what + " is not ready: it is being restored, or is moving to another instance");
    }

    /** The same with what Kafka Streams said. */
    public NotReadyException(String what, Throwable cause) {
        super(what + " is not ready: it is being restored, or is moving to another instance", cause);
    }
}
