package dev.kindred.http.api;

import dev.kindred.http.Problem;
import dev.kindred.http.ProblemKind;
import dev.kindred.query.BusyException;
import dev.kindred.query.InvalidCursorException;
import dev.kindred.query.NotReadyException;
import dev.kindred.query.QueryException;
import dev.kindred.query.UnknownItemException;
import dev.kindred.query.UnknownSegmentException;
import dev.kindred.query.UnknownUserException;
import java.time.Duration;
import java.util.Optional;

/** Maps the failures of queries to problems of HTTP, in this one place. */
final class QueryProblems {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private QueryProblems() {}

    static Optional<Problem> of(RuntimeException failure) {
        return failure instanceof QueryException known ? Optional.of(translate(known)) : Optional.empty();
    }

    static Problem translate(QueryException failure) {
        String detail = String.valueOf(failure.getMessage());
        if (failure instanceof UnknownUserException) {
            return Problem.of(ProblemKind.UNKNOWN_USER, "id", detail);
        }
        if (failure instanceof UnknownItemException) {
            return Problem.of(ProblemKind.UNKNOWN_ITEM, "id", detail);
        }
        if (failure instanceof UnknownSegmentException) {
            return Problem.of(ProblemKind.UNKNOWN_SEGMENT, "name", detail);
        }
        if (failure instanceof InvalidCursorException) {
            return Problem.of(ProblemKind.INVALID_PARAMETER, "cursor", detail);
        }
        if (failure instanceof BusyException) {
            return Problem.of(ProblemKind.BUSY, detail).retryAfter(PAUSE);
        }
        if (failure instanceof NotReadyException) {
            return Problem.of(ProblemKind.NOT_READY, detail).retryAfter(PAUSE);
        }
        throw new IllegalStateException("no problem stands for this failure", failure);
    }
}
