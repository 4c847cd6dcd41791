package dev.kindred.intake;

import dev.kindred.model.Merge;
import java.util.Optional;

/** Validates requests to merge users, from every source. */
public record MergeValidator(IntakeSettings settings) {

    /**
     * Checks a request.
     *
     * @return the first broken rule; empty for a valid request
     */
    public Optional<Rejection> check(Merge merge) {
        return id("from", merge.from()).or(() -> id("into", merge.into())).or(() -> same(merge));
    }

    private Optional<Rejection> id(String field, String id) {
        return settings.idProblem(id)
                .map(problem -> new Rejection(RejectionReason.INVALID_USER, field + " " + problem));
    }

    private static Optional<Rejection> same(Merge merge) {
        return merge.from().equals(merge.into())
                ? Optional.of(new Rejection(RejectionReason.INVALID_USER, "from and into must be different users"))
                : Optional.empty();
    }
}
