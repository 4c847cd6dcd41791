package dev.kindred.intake;

import dev.kindred.model.Ids;
import dev.kindred.model.Merge;
import java.util.Optional;

/** Validates requests to merge users, from every source. */
public final class MergeValidator {

    private final int maxIdBytes;

    /** A validator with the id rules of events. */
    public MergeValidator(IntakeSettings settings) {
        this.maxIdBytes = settings.maxIdBytes();
    }

    /**
     * Checks a request.
     *
     * @return the first broken rule; empty for a valid request
     */
    public Optional<Rejection> check(Merge merge) {
        return id("from", merge.from()).or(() -> id("into", merge.into())).or(() -> same(merge));
    }

    private Optional<Rejection> id(String field, String id) {
        return Ids.problem(id, maxIdBytes)
                .map(problem -> new Rejection(RejectionReason.INVALID_USER, field + " " + problem));
    }

    private static Optional<Rejection> same(Merge merge) {
        return merge.from().equals(merge.into())
                ? Optional.of(new Rejection(RejectionReason.INVALID_USER, "from and into must be different users"))
                : Optional.empty();
    }
}
