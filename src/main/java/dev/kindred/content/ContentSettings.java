package dev.kindred.content;

import dev.kindred.model.Require;

/**
 * Settings of the content index and of searches.
 *
 * @param fields the weights of the fields
 * @param postings the number of newest items of a term that are searched, positive
 * @param terms the number of strongest terms of a profile that are searched, positive; ties with the last one are
 *     searched, too
 * @param candidates the greatest number of items that are compared exactly, positive
 * @param negligibleInterest items of the requesting user with an interest below this fraction of the strongest one are
 *     ignored, in [0, 1); 0 ignores none
 * @param negligibleTerm terms that contribute less to a score than this fraction of the strongest contribution are not
 *     searched, in [0, 1); 0 searches all
 */
public record ContentSettings(
        FieldWeights fields,
        int postings,
        int terms,
        int candidates,
        double negligibleInterest,
        double negligibleTerm) {

    public ContentSettings {
        Require.that(postings >= 1, "postings must be positive", postings);
        Require.that(terms >= 1, "terms must be positive", terms);
        Require.that(candidates >= 1, "candidates must be positive", candidates);
        Require.that(
                negligibleInterest >= 0 && negligibleInterest < 1,
                "negligibleInterest must be in [0, 1)",
                negligibleInterest);
        Require.that(negligibleTerm >= 0 && negligibleTerm < 1, "negligibleTerm must be in [0, 1)", negligibleTerm);
    }
}
