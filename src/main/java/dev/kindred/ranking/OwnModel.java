package dev.kindred.ranking;

import java.nio.file.Path;
import java.time.Duration;

/**
 * A model of the shop's own that ranks candidates. Two with the same file and budget are equal, opened or not.
 *
 * @param file of the model
 * @param budget the longest time for a list; a list that would take longer keeps the order of its blend
 * @param ranker the opened model; {@link Ranker#NONE} before that
 */
public record OwnModel(Path file, Duration budget, Ranker ranker) {

    /** The time for a list where none is given. */
    public static final Duration USUAL_BUDGET = Duration.ofMillis(20);

    public OwnModel {
        if (budget.isNegative() || budget.isZero()) {
            throw new IllegalArgumentException("budget must be positive, got " + budget);
        }
    }

    /** A model that is not opened. */
    public OwnModel(Path file, Duration budget) {
        this(file, budget, Ranker.NONE);
    }

    /** The same, opened. */
    public OwnModel openedAs(Ranker opened) {
        return new OwnModel(file, budget, opened);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OwnModel that && file.equals(that.file) && budget.equals(that.budget);
    }

    @Override
    public int hashCode() {
        return 31 * file.hashCode() + budget.hashCode();
    }
}
