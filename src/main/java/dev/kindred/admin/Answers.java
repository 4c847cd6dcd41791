package dev.kindred.admin;

import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TimeoutException;

/** Waits for answers of the cluster, and describes its failures in sentences. */
final class Answers {

    private Answers() {}

    /**
     * The answer to a request.
     *
     * @param purpose purpose of the request, as the words after "cannot"
     * @throws AdminException if the cluster refuses or does not answer in time
     */
    static <T> T await(KafkaFuture<T> future, String purpose) {
        try {
            return awaitOrFail(future, purpose);
        } catch (ExecutionException e) {
            throw failure(purpose, causeOf(e));
        }
    }

    /** The same for callers that expect some failures, which come as the cause of the exception. */
    static <T> T awaitOrFail(KafkaFuture<T> future, String purpose) throws ExecutionException {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AdminException("interrupted before it could " + purpose + ": try again", e);
        }
    }

    static AdminException failure(String purpose, Throwable cause) {
        String cure = cause instanceof TimeoutException
                ? "the brokers do not answer: check that they run and that bootstrap.servers names them"
                : String.valueOf(cause.getMessage());
        return new AdminException("cannot " + purpose + ": " + cure, cause);
    }

    static Throwable causeOf(ExecutionException e) {
        return e.getCause() == null ? e : e.getCause();
    }
}
