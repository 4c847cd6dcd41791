package dev.kindred.http.api;

import dev.kindred.http.Problem;
import dev.kindred.http.ProblemKind;
import dev.kindred.query.QueryException;
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
        if (failure instanceof QueryException.UnknownUser) {
            return Problem.of(ProblemKind.UNKNOWN_USER, "id", detail);
        }
        if (failure instanceof QueryException.UnknownItem) {
            return Problem.of(ProblemKind.UNKNOWN_ITEM, "id", detail);
        }
        if (failure instanceof QueryException.UnknownSegment) {
            return Problem.of(ProblemKind.UNKNOWN_SEGMENT, "name", detail);
        }
        if (failure instanceof QueryException.InvalidCursor) {
            return Problem.of(ProblemKind.INVALID_PARAMETER, "cursor", detail);
        }
        if (failure instanceof QueryException.Busy) {
            return Problem.of(ProblemKind.BUSY, detail).retryAfter(PAUSE);
        }
        if (failure instanceof QueryException.NotReady) {
            return Problem.of(ProblemKind.NOT_READY, detail).retryAfter(PAUSE);
        }
        throw new IllegalStateException("no problem stands for this failure", failure);
    }
}
