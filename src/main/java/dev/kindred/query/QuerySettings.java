package dev.kindred.query;

import dev.kindred.model.KeyedHash;
import dev.kindred.model.Require;
import dev.kindred.recommend.ModelSettings;
import java.time.Duration;

/**
 * The settings of queries.
 *
 * @param model the settings of the stream's model, so that answers match published lists
 * @param calculators the number of answers computed at once, positive; each needs scratch memory of the size of the
 *     matrix
 * @param patience how long a query waits for a calculator
 * @param pseudonyms for other users
 */
public record QuerySettings(ModelSettings model, int calculators, Duration patience, KeyedHash pseudonyms) {

    public QuerySettings {
        Require.that(calculators >= 1, "calculators must be positive", calculators);
    }

    /** The same without a minimum support. */
    QuerySettings unlimited() {
        return new QuerySettings(model.unlimited(), calculators, patience, pseudonyms);
    }
}
