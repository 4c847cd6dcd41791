package dev.kindred.query;

import dev.kindred.recommend.ModelSettings;
import java.time.Duration;

/**
 * How questions are answered.
 *
 * @param model that of the stream, so that vectors, neighbors and lists are the same
 * @param calculators how many answers are computed at once, positive: each takes scratch memory of the size of the matrix
 * @param patience how long a question waits for its turn
 */
public record QuerySettings(ModelSettings model, int calculators, Duration patience) {

    public QuerySettings {
        if (calculators < 1) {
            throw new IllegalArgumentException("calculators must be positive, got " + calculators);
        }
    }
}
