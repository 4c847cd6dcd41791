package dev.kindred.intake;

import dev.kindred.model.ErasureRequest;
import dev.kindred.model.Ids;
import java.util.Optional;

/** Validates requests to forget a user, from every source. */
public record ErasureValidator(IntakeSettings settings) {

    /**
     * Checks a request.
     *
     * @return the first broken rule; empty for a valid request
     */
    public Optional<Rejection> check(ErasureRequest request) {
        return settings.idProblem(request.userId())
                .map(problem -> "userId " + problem)
                .or(() ->
                        Ids.problem(request.requestId(), settings.maxIdBytes()).map(problem -> "requestId " + problem))
                .map(problem -> new Rejection(RejectionReason.INVALID_USER, problem));
    }
}
