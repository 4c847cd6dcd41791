package dev.kindred.app;

import dev.kindred.matrix.InteractionMatrix;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Warns once when the matrix comes near one of its bounds, and again only after it had room. Not thread safe. */
final class FillWarning {

    private static final Logger log = LoggerFactory.getLogger(FillWarning.class);
    private static final double NEAR = 0.8;
    private static final double ROOM = 0.7;

    private final InteractionMatrix matrix;
    private boolean isWarned;

    FillWarning(InteractionMatrix matrix) {
        this.matrix = matrix;
    }

    /** Warns where the matrix came near a bound; returns whether it did. */
    boolean check() {
        double fill = matrix.fill();
        boolean isNews = fill >= NEAR && !isWarned;
        isWarned = fill >= NEAR || (isWarned && fill > ROOM);
        if (isNews) {
            log.warn(
                    "The matrix has used {} % of matrix.users.max or matrix.items.max, with {} users and {} items; beyond a"
                            + " bound it evicts those with fewest cells. Raise the bound and the heap, or find out who sends"
                            + " made-up ids",
                    Math.round(100 * fill), matrix.users(), matrix.items());
        }
        return isNews;
    }
}
