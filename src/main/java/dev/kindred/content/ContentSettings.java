package dev.kindred.content;

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
        if (postings < 1) {
            throw new IllegalArgumentException("postings must be positive, got " + postings);
        }
        if (terms < 1) {
            throw new IllegalArgumentException("terms must be positive, got " + terms);
        }
        if (candidates < 1) {
            throw new IllegalArgumentException("candidates must be positive, got " + candidates);
        }
        if (!(negligibleInterest >= 0 && negligibleInterest < 1)) {
            throw new IllegalArgumentException("negligibleInterest must be in [0, 1), got " + negligibleInterest);
        }
        if (!(negligibleTerm >= 0 && negligibleTerm < 1)) {
            throw new IllegalArgumentException("negligibleTerm must be in [0, 1), got " + negligibleTerm);
        }
    }
}
