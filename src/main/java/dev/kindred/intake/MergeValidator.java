package dev.kindred.intake;

import dev.kindred.model.Ids;
import dev.kindred.model.Merge;
import java.util.Optional;

/** Decides whether one user may be merged into another, by whichever way the request comes. */
public final class MergeValidator {

    private final int maxIdBytes;

    /** A validator with the rules for ids of events. */
    public MergeValidator(IntakeSettings settings) {
        this.maxIdBytes = settings.maxIdBytes();
    }

    /**
     * What is wrong with a request.
     *
     * @return the first rule that it breaks; empty for an acceptable one
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
                ? Optional.of(new Rejection(RejectionReason.INVALID_USER, "from is the user to merge into"))
                : Optional.empty();
    }
}
