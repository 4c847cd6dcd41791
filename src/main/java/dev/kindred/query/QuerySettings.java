package dev.kindred.query;

import dev.kindred.feedback.FeedbackSettings;
import dev.kindred.model.KeyedHash;
import dev.kindred.model.Pseudonyms;
import dev.kindred.model.Require;
import dev.kindred.recommend.ModelSettings;
import dev.kindred.topology.ConsentSettings;
import dev.kindred.topology.ListNames;
import java.time.Duration;

/**
 * The settings of queries.
 *
 * @param model the settings of the stream's model, so that answers match published lists
 * @param calculators the number of answers computed at once, positive; each needs scratch memory of the size of the
 *     matrix
 * @param patience how long a query waits for a calculator
 * @param pseudonyms for other users
 * @param users how the stream knows the users that a query names
 * @param consent without which lists are not personal
 * @param names gives lists their ids
 */
public record QuerySettings(
        ModelSettings model,
        int calculators,
        Duration patience,
        KeyedHash pseudonyms,
        Pseudonyms users,
        ConsentSettings consent,
        ListNames names) {

    public QuerySettings {
        Require.that(calculators >= 1, "calculators must be positive", calculators);
    }

    /** Settings of queries for users as the shop knows them, without a consent and without feedback. */
    public QuerySettings(ModelSettings model, int calculators, Duration patience, KeyedHash pseudonyms) {
        this(
                model,
                calculators,
                patience,
                pseudonyms,
                Pseudonyms.NONE,
                ConsentSettings.NONE,
                new ListNames(FeedbackSettings.OFF));
    }

    /** The same without a minimum support. */
    QuerySettings unlimited() {
        return new QuerySettings(model.unlimited(), calculators, patience, pseudonyms, users, consent, names);
    }
}
